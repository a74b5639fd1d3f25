namespace AppFlow.Fluent.FSharp.Checker

open System
open System.Collections.Generic
open System.IO
open System.Reflection.Metadata
open System.Reflection.PortableExecutable

/// Searches compiled assemblies, within milliseconds, for anything that a rule could report.
module internal LibraryUse =
    [<Literal>]
    let private Library = "AppFlow.Fluent"

    // The client's assembly has this name, and all our assemblies' names begin with it. Annotations have a namespace below it, even a project's own.
    let private isOurs (name: string) =
        name = Library || name.StartsWith(Library + ".", StringComparison.Ordinal)

    let private withMetadata (path: string) (look: MetadataReader -> bool) =
        use stream = File.OpenRead path
        use image = new PEReader(stream)
        image.HasMetadata && look (image.GetMetadataReader())

    let private namesOurs (reader: MetadataReader) =
        let isOurs (handle: StringHandle) = not handle.IsNil && isOurs (reader.GetString handle)

        Seq.exists (fun (handle: TypeReferenceHandle) -> isOurs (reader.GetTypeReference handle).Namespace) reader.TypeReferences
        || Seq.exists (fun (handle: TypeDefinitionHandle) -> isOurs (reader.GetTypeDefinition handle).Namespace) reader.TypeDefinitions

    let private referenced (reader: MetadataReader) =
        [
            for handle in reader.AssemblyReferences -> reader.GetString (reader.GetAssemblyReference handle).Name
        ]

    // Nobody marks requests in these assemblies.
    let private isPlatform (name: string) =
        name = "mscorlib"
        || name = "netstandard"
        || name = "FSharp.Core"
        || name = "System"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal)

    /// <summary>Whether an assembly references the library or its annotations, or an assembly that does, because that one may mark requests.</summary>
    /// <param name="assembly">The compiled assembly.</param>
    /// <param name="references">The assemblies that it was compiled with.</param>
    let isThere (assembly: string) (references: string list) =
        let paths = Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)

        for path in references do
            paths[string (Path.GetFileNameWithoutExtension path)] <- path

        withMetadata assembly (fun reader ->
            namesOurs reader
            || referenced reader
               |> List.exists (fun name ->
                   not (isPlatform name)
                   && match paths.TryGetValue name with
                      | true, path -> withMetadata path namesOurs
                      | _ -> false))
