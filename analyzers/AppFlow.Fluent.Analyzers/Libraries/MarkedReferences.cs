using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Whether a referenced assembly declares the annotations. The compiler keeps an assembly's symbol across edits, so each is checked once:
/// checking all of them takes a millisecond.
/// </summary>
internal static class MarkedReferences
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<bool>> Assemblies = new();

    public static bool Declares(IAssemblySymbol reference) => Assemblies.GetValue(reference, Ask).Value;

    private static StrongBox<bool> Ask(IAssemblySymbol reference) => new(AnnotationNames.AreDeclaredBy(reference));
}
