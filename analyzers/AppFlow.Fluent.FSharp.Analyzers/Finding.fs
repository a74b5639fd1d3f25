namespace AppFlow.Fluent.FSharp.Analyzers

open FSharp.Compiler.Text

/// The severity of a finding unless <c>.editorconfig</c> sets another one.
type Severity =
    /// Worth knowing, but not necessarily wrong.
    | Info
    /// Something that the reader will want to change.
    | Warning

/// What a rule found at one place of a project.
[<NoComparison>]
type Finding =
    {
        /// The rule's id, for example <c>AFF1001</c>.
        Id: string
        /// The rule's category, as <c>.editorconfig</c> names it, for example <c>Idempotency</c>.
        Category: string
        /// The rule's default severity.
        Severity: Severity
        /// Where it is: lines count from 1, columns from 0.
        Range: range
        /// What is wrong, what the service does then, and the call to make, on one line.
        Message: string
    }
