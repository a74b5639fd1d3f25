/// <summary>The checker as a program. Arguments: the folder of the SDK's F# compiler, folders that may contain Roslyn, the project's settings file.</summary>
module AppFlow.Fluent.FSharp.Checker.Program

open System
open System.IO
open System.Reflection
open System.Runtime.CompilerServices
open System.Runtime.Loader

// A separate function, so that main can be compiled before the assemblies that this needs are found.
[<MethodImpl(MethodImplOptions.NoInlining)>]
let private check (arguments: string[]) = Check.run arguments[arguments.Length - 1]

// Nothing of FSharp.Core may be used before the handler is installed, because the handler finds FSharp.Core.
[<EntryPoint>]
let main arguments =
    AssemblyLoadContext.Default.add_Resolving (
        Func<AssemblyLoadContext, AssemblyName, Assembly | null>(fun context name ->
            let mutable found: Assembly | null = null
            let mutable index = 0

            while Object.ReferenceEquals(found, null) && index < arguments.Length - 1 do
                let path = Path.Combine(arguments[index], String.Concat(name.Name, ".dll"))

                if File.Exists path then
                    found <- context.LoadFromAssemblyPath path

                index <- index + 1

            found)
    )

    check arguments
