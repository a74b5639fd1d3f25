using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Reads the body of one constructor, <c>With…</c> or extension.</summary>
internal sealed class BodyReader(RequestLibrary library, TreeModels trees, RequestKind kind, IMethodSymbol method, Reading reading)
{
    /// <summary>The effects; null if they cannot be read.</summary>
    public BodySummary? Read() => method.MethodKind == MethodKind.Constructor ? ReadConstructor() : ReadMethod();

    private BodySummary? ReadMethod()
    {
        if (method.IsAbstract || method.IsAsync || OperationOf(method) is not { } operation)
        {
            return null;
        }

        var self = new RequestContent(method.IsExtensionMethod ? method.Parameters[0] : kind.Symbol);
        var statements = new StatementReader(library, kind, self, method, reading);
        var results = operation switch
        {
            IMethodBodyOperation body => statements.ReadBody(body.BlockBody ?? body.ExpressionBody),
            ILocalFunctionOperation function => statements.ReadBody(function.Body),
            _ => null,
        };
        if (results is null || results.Count == 0)
        {
            return null;
        }

        var result = results[0].State.Copy();
        foreach (var other in results.Skip(1))
        {
            result.MergeWith(other.State);
        }

        return BodySummary.Of(result, kind, returnsSource: results.All(each => each.IsSelf));
    }

    private BodySummary? ReadConstructor()
    {
        if (method.IsImplicitlyDeclared && method.Parameters.Length == 1 && library.KindOf(method.Parameters[0].Type) == kind)
        {
            return BodySummary.Of(new RequestContent(method.Parameters[0]), kind, returnsSource: false);
        }

        var self = new RequestContent(origin: null);
        var statements = new StatementReader(library, kind, self, method, reading);
        var operation = method.IsImplicitlyDeclared ? null : OperationOf(method);
        var body = operation as IConstructorBodyOperation;
        if (body is null && !method.IsImplicitlyDeclared && PrimaryConstructor.DeclarationOf(method) is null)
        {
            return null;
        }

        if (InitializerOf(body?.Initializer) is { } initializer && initializer.TargetMethod.MethodKind == MethodKind.Constructor
            && SymbolEqualityComparer.Default.Equals(initializer.TargetMethod.ContainingType.OriginalDefinition, method.ContainingType))
        {
            statements.Expressions.Apply(library.Calls.Constructed(kind, initializer, initializer.TargetMethod, initializer.Arguments, reading), self);
        }
        else
        {
            ReadBase(InitializerOf(body?.Initializer) ?? PrimaryBase(), self, statements.Expressions);
            ReadInitializers(self, statements.Expressions);
        }

        return body is null || statements.ReadBody(body.BlockBody ?? body.ExpressionBody) is not null
            ? BodySummary.Of(self, kind, returnsSource: false)
            : null;
    }

    private static IInvocationOperation? InitializerOf(IOperation? operation) => operation switch
    {
        IInvocationOperation invocation => invocation,
        IExpressionStatementOperation statement => statement.Operation as IInvocationOperation,
        _ => null,
    };

    private IInvocationOperation? PrimaryBase() =>
        PrimaryConstructor.DeclarationOf(method)?.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } syntax
            ? InitializerOf(trees.OperationOf(syntax))
            : null;

    private void ReadBase(IInvocationOperation? initializer, RequestContent self, ExpressionReader expressions)
    {
        if (method.ContainingType.BaseType is not { SpecialType: not SpecialType.System_Object } type)
        {
            return;
        }

        if (kind.Raw is not null && !library.IsOfCompilation(type) && AwsSdkTypes.IsOfSdk(type))
        {
            if (initializer is not null)
            {
                expressions.Apply(library.Calls.Constructed(kind, initializer, initializer.TargetMethod, initializer.Arguments, reading), self);
            }
        }
        else if (!library.IsOfCompilation(type))
        {
            self.IsOpen |= RequestProperties.Of(type).Any();
        }
        else if (initializer is not null)
        {
            expressions.Apply(library.Calls.Constructed(kind, initializer, initializer.TargetMethod, initializer.Arguments, reading), self);
        }
        else if (type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) is { } constructor)
        {
            var summary = library.Bodies.SummaryOf(constructor, kind, reading);
            self.IsOpen |= summary.IsOpen;
            foreach (var value in summary.Values)
            {
                self[value.Key] = value.Value;
            }
        }
        else
        {
            self.IsOpen = true;
        }
    }

    private void ReadInitializers(RequestContent self, ExpressionReader expressions)
    {
        foreach (var member in method.ContainingType.GetMembers())
        {
            var property = member switch
            {
                IPropertySymbol { IsStatic: false } candidate => kind.PropertyOf(candidate),
                IFieldSymbol { IsStatic: false } field => kind.Backing.PropertyOf(field),
                _ => null,
            };
            if (property is null)
            {
                continue;
            }

            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                switch (reference.GetSyntax())
                {
                    case PropertyDeclarationSyntax { Initializer: { } initializer }:
                        Put(initializer);
                        break;
                    case VariableDeclaratorSyntax { Initializer: { } initializer }:
                        Put(initializer);
                        break;
                    case ParameterSyntax when method.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name) is { } positional:
                        self[property.Name] = PropertyValue.Of(positional);
                        break;
                }
            }

            void Put(EqualsValueClauseSyntax initializer)
            {
                if (trees.OperationOf(initializer) is ISymbolInitializerOperation { Value: { } value })
                {
                    // SDK requests start with empty collections, which set nothing.
                    if (kind.Raw is not null && AwsSdkTypes.IsOfSdk(member.ContainingType) && IsEmptyCollection(value))
                    {
                        return;
                    }

                    self[property.Name] = expressions.ValueOf(value);
                }
                else
                {
                    self[property.Name] = PropertyValue.Unknown;
                }
            }
        }

        if (PrimaryConstructor.DeclarationOf(method) is not null)
        {
            foreach (var parameter in method.Parameters)
            {
                if (kind.Backing.PropertyOf(parameter) is { } property
                    && !method.ContainingType.GetMembers(parameter.Name).Any(member => member is IFieldSymbol))
                {
                    self[property.Name] = PropertyValue.Of(parameter);
                }
            }
        }
    }

    private static bool IsEmptyCollection(IOperation value) => value switch
    {
        IConversionOperation conversion => IsEmptyCollection(conversion.Operand),
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { } type } =>
            type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable),
        ICollectionExpressionOperation collection => collection.Elements.IsEmpty,
        _ => false,
    };

    private IOperation? OperationOf(IMethodSymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Select(reference => trees.OperationOf(reference.GetSyntax())).FirstOrDefault(operation => operation is not null);
}
