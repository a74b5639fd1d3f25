using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>Types with a test method: each test has its own service, so its tokens never conflict with those of another test.</summary>
internal sealed class TestTypes
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>The member to which a token of the symbol is limited; null outside of tests.</summary>
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
        // If the test framework is not referenced, its names are enough, because they can only silence a rule.
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
