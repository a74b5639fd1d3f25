using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// The token members of a referenced assembly. The compiler keeps an assembly's symbol across edits, so each is read once.
/// </summary>
internal static class ReferencedMembers
{
    private const string LibraryName = "AppFlow.Fluent";
    private const string AttributeName = "IdempotencyTokenAttribute";

    private static readonly ConditionalWeakTable<IAssemblySymbol, MarkedMembers> Assemblies = new();

    /// <summary>Whether the assembly can have members marked <c>[IdempotencyToken]</c>: it is the library or references it.</summary>
    public static bool CanHaveTokens(IAssemblySymbol assembly) =>
        assembly.Name == LibraryName
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == LibraryName));

    public static MarkedMembers Of(IAssemblySymbol assembly) => Assemblies.GetValue(assembly, Read);

    private static MarkedMembers Read(IAssemblySymbol assembly)
    {
        var members = new MarkedMembers();
        var containers = new Stack<INamespaceOrTypeSymbol>();
        containers.Push(assembly.GlobalNamespace);
        while (containers.Count > 0)
        {
            var container = containers.Pop();
            if (container is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type && IsTokenDelegate(type))
            {
                members.Delegates.Add(type.Name);
            }

            foreach (var member in container.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    containers.Push(inner);
                }
                else
                {
                    Add(member, members);
                }
            }
        }

        return members;
    }

    private static void Add(ISymbol member, MarkedMembers members)
    {
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when HasToken(constructor.Parameters):
                members.Types.Add(constructor.ContainingType.Name);
                break;
            case IMethodSymbol { MethodKind: not MethodKind.Constructor } method when HasToken(method.Parameters):
                members.Methods.Add(method.Name);
                break;
            case IPropertySymbol property:
                if (IsMarked(property))
                {
                    AddSetters(property, members);
                }

                members.HasIndexer |= HasToken(property.Parameters);
                AddDelegate(property.Type, property.Name, members);
                break;
            case IFieldSymbol field:
                AddDelegate(field.Type, field.Name, members);
                break;
        }
    }

    // Members that set a marked property need no mark: a constructor, a With… with its name.
    private static void AddSetters(IPropertySymbol property, MarkedMembers members)
    {
        members.Properties.Add(property.Name);
        members.Types.Add(property.ContainingType.Name);
        members.Methods.UnionWith(property.ContainingType.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => method.Name == "With" + property.Name && method.Parameters.Length > 0)
            .Select(method => method.Name));
    }

    private static void AddDelegate(ITypeSymbol type, string name, MarkedMembers members)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } named && IsTokenDelegate(named))
        {
            members.Methods.Add(name);
        }
    }

    private static bool IsTokenDelegate(INamedTypeSymbol type) => type.DelegateInvokeMethod is { } invoke && HasToken(invoke.Parameters);

    private static bool HasToken(IEnumerable<IParameterSymbol> parameters) => parameters.Any(IsMarked);

    // Names are enough here, because the results are checked by symbol.
    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == AttributeName);
}
