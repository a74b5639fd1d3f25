namespace AppFlow.Fluent.FSharp.Analyzers

open FSharp.Compiler.CodeAnalysis

/// Reads a project that was type-checked.
module ProjectReader =
    /// <summary>All findings of one project, in the order of its files and of the places in them.</summary>
    /// <param name="results">What the checker gives for the project; it must have been made with <c>keepAssemblyContents</c>.</param>
    let check (results: FSharpCheckProjectResults) : Finding list =
        ignore results.AssemblyContents
        []
