using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>Types with a test method: each test has a service of its own, and so its tokens meet none of another one.</summary>
internal sealed class TestTypes
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>The member within which a token of the symbol counts; null where no test is around it.</summary>
    public string? ScopeOf(ISymbol? symbol)
    {
        ISymbol? member = null;
        for (var current = symbol; current is not null; current = current.ContainingSymbol)
        {
            if (current is INamedTypeSymbol type)
            {
                if (_types.GetOrAdd(type, HasTest))
                {
                    return (member ?? current).GetDocumentationCommentId() ?? (member ?? current).ToDisplayString();
                }
            }
            else
            {
                member = current;
            }
        }

        return null;
    }

    private static bool HasTest(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member is IMethodSymbol method && method.GetAttributes().Any(attribute => IsTest(attribute.AttributeClass)));

    private static bool IsTest(INamedTypeSymbol? attribute)
    {
        // Where the test framework is not there to be looked at, its name must do: that only silences.
        if (attribute is { TypeKind: TypeKind.Error })
        {
            return attribute.Name is "Fact" or "Theory" or "Test" or "TestCase" or "TestMethod"
                or "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestMethodAttribute";
        }

        for (; attribute is not null; attribute = attribute.BaseType)
        {
            switch (attribute.ToDisplayString())
            {
                case "Xunit.FactAttribute" or "Xunit.TheoryAttribute":
                case "NUnit.Framework.TestAttribute" or "NUnit.Framework.TestCaseAttribute" or "NUnit.Framework.TestCaseSourceAttribute" or "NUnit.Framework.TheoryAttribute":
                case "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute" or "TUnit.Core.TestAttribute" or "TUnit.Core.BaseTestAttribute":
                    return true;
            }
        }

        return false;
    }
}
