namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Building

open System
open System.IO
open System.Reflection

/// The repository that the tests were built in.
module Repository =
    let root =
        let rec find (folder: DirectoryInfo | null) =
            match folder with
            | null -> invalidOp "The tests run outside the repository."
            | folder when File.Exists(Path.Combine(folder.FullName, "Fluent.sln")) -> folder.FullName
            | folder -> find folder.Parent

        find (DirectoryInfo AppContext.BaseDirectory)

    let path (parts: string list) = Path.Combine(List.toArray (root :: parts))

    /// The tests' own configuration; everything else was built in the same one.
    let configuration =
        match Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyConfigurationAttribute>() with
        | null -> invalidOp "The tests' assembly does not say how it was built."
        | attribute -> attribute.Configuration

    /// The targets file of the package.
    let targets =
        path [ "analyzers"; "AppFlow.Fluent.FSharp.Analyzers.Package"; "buildTransitive"; "AppFlow.Fluent.FSharp.Analyzers.targets" ]

    /// The checker that was built along with these tests.
    let checkerFolder = path [ "analyzers"; "AppFlow.Fluent.FSharp.Checker"; "bin"; configuration; "net10.0" ]
