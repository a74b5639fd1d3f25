using AppFlow.Fluent.Benchmarks.Reports;
using ICSharpCode.Decompiler;
using ICSharpCode.Decompiler.CSharp;
using ICSharpCode.Decompiler.CSharp.ProjectDecompiler;
using ICSharpCode.Decompiler.Metadata;
using Module = ICSharpCode.Decompiler.Metadata.PEFile;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary>Turns a package's assembly into C#, once for each version; the files stay, so that a person can look at a finding.</summary>
internal static class Decompilation
{
    /// <returns>The folder of the files.</returns>
    public static string Decompile(ForeignLibraries libraries, string package, CancellationToken cancellationToken)
    {
        var path = libraries.PathOf(package);
        using var module = new Module(path);
        var folder = Repository.Scratch(Path.Combine("foreign", "source", package, module.Metadata.GetGuid(module.Metadata.GetModuleDefinition().Mvid).ToString("N")));
        if (Directory.Exists(folder))
        {
            return folder;
        }

        // Complete under its name only when it is finished: an interrupted run leaves another name.
        var unfinished = folder + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        var resolver = new UniversalAssemblyResolver(path, throwOnError: false, module.DetectTargetFrameworkId());
        resolver.AddSearchDirectory(libraries.Folder);
        var decompiler = new WholeProjectDecompiler(
            new DecompilerSettings(LanguageVersion.Latest) { ThrowOnAssemblyResolveErrors = false },
            resolver,
            projectWriter: null,
            assemblyReferenceClassifier: null,
            debugInfoProvider: null)
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        decompiler.DecompileProject(module, unfinished, cancellationToken);
        Directory.Move(unfinished, folder);
        return folder;
    }
}
