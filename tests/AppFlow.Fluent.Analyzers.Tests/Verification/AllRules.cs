using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Every analyzer and every code fix of the product, found by their attributes as the compiler and the IDE find them.</summary>
internal static class AllRules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() => Instances<DiagnosticAnalyzer>("AppFlow.Fluent.Analyzers", typeof(DiagnosticAnalyzerAttribute));

    public static ImmutableArray<CodeFixProvider> Fixes() => Instances<CodeFixProvider>("AppFlow.Fluent.CodeFixes", typeof(ExportCodeFixProviderAttribute));

    private static ImmutableArray<T> Instances<T>(string assembly, Type attribute) =>
    [
        .. System.Reflection.Assembly.Load(assembly).GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T)) && Attribute.IsDefined(type, attribute))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
