using System.Reflection;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Package;

/// <summary>
/// An analyzer that is built with a newer Roslyn than its host's silently does nothing, so the pinned version is checked.
/// </summary>
public sealed class RoslynPinTests
{
    private static readonly Version Pin = new(4, 11, 0, 0);

    [Theory]
    [InlineData(typeof(Analyzers.Descriptors))]
    [InlineData(typeof(CodeFixes.Fixes.MissingFieldsCodeFix))]
    public void An_analyzer_assembly_refers_to_the_pinned_Roslyn_and_to_nothing_newer(Type type)
    {
        var references = type.Assembly.GetReferencedAssemblies();

        Assert.Contains(references, reference => reference.Name == "Microsoft.CodeAnalysis.CSharp");
        Assert.All(
            references.Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            reference => Assert.Equal(Pin, reference.Version));
        Assert.All(references, reference => Assert.True(IsOfHosts(reference), reference.FullName));
    }

    // The assemblies of every compiler with that Roslyn; anything else would have to be in the package.
    private static bool IsOfHosts(AssemblyName reference) =>
        reference.Name is "netstandard" or "System.Collections.Immutable" or "System.Memory" or "System.Composition.AttributedModel" or "AppFlow.Fluent.Analyzers" or "AppFlow.Fluent.Rules"
        || reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
