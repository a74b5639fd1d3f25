namespace AppFlow.Fluent.FSharp.Analyzers

open FSharp.Compiler.Text

/// How loud a finding is unless <c>.editorconfig</c> says otherwise.
type Severity =
    /// Worth knowing; no promise that anything is wrong.
    | Info
    /// A promise that the reader will want to change the code.
    | Warning

/// What a rule found at one place of a project.
[<NoComparison>]
type Finding =
    {
        /// The rule's id, for example <c>AFF1001</c>.
        Id: string
        /// The rule's category, as <c>.editorconfig</c> names it, for example <c>Idempotency</c>.
        Category: string
        /// How loud the rule is by itself.
        Severity: Severity
        /// Where it is: lines count from 1, columns from 0.
        Range: range
        /// What is wrong, what the service does then, and the call to make; one line.
        Message: string
    }
