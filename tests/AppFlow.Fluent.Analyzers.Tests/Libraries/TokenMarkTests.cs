using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class TokenMarkTests
{
    private static readonly Compilation Compilation = Calls.Compile("""
        class Plain { public void Run([IdempotencyToken] string yes, string no) { } [IdempotencyToken] public string? Yes { get; set; } public string? No { get; set; } }
        abstract class Base { public abstract void Run([IdempotencyToken] string yes, string no); [IdempotencyToken] public abstract string? Yes { get; } public abstract string? No { get; } }
        class Derived : Base { public override void Run(string yes, string no) { } public override string? Yes => null; public override string? No => null; }
        interface IRun { void Run([IdempotencyToken] string yes, string no); [IdempotencyToken] string? Yes { get; } string? No { get; } }
        class Implicit : IRun { public void Run(string yes, string no) { } public string? Yes => null; public string? No => null; }
        class Explicit : IRun { void IRun.Run(string yes, string no) { } string? IRun.Yes => null; string? IRun.No => null; }
        record Positional([property: IdempotencyToken] string Yes, string No);
        record Generic<T>([property: IdempotencyToken] T Yes, T No);
        """);

    [Theory]
    [InlineData("Plain")]
    [InlineData("Base")]
    [InlineData("Derived")]
    [InlineData("IRun")]
    [InlineData("Implicit")]
    [InlineData("Explicit")]
    [InlineData("Positional")]
    [InlineData("Generic`1")]
    public void An_attribute_applies_where_it_is_declared_and_where_it_is_inherited(string type)
    {
        var library = RequestLibrary.For(Compilation)!;
        var members = Compilation.GetTypeByMetadataName(type)!.GetMembers();
        var symbols = members.OfType<IPropertySymbol>().Cast<ISymbol>().Concat(members.OfType<IMethodSymbol>().SelectMany(method => method.Parameters))
            .Where(symbol => symbol.Name.EndsWith("yes", StringComparison.OrdinalIgnoreCase) || symbol.Name.EndsWith("no", StringComparison.OrdinalIgnoreCase))
            .Where(symbol => symbol.ContainingSymbol is not IMethodSymbol { Name: "Deconstruct" })
            .ToList();
        Assert.True(symbols.Count >= 4, $"{type} has {symbols.Count}");
        Assert.All(symbols, symbol => Assert.Equal(symbol.Name.EndsWith("yes", StringComparison.OrdinalIgnoreCase), library.IsToken(symbol)));
    }

    [Theory]
    [InlineData("[IdempotencyToken] public string? Token { get; init; }", nameof(FieldRole.Token))]
    [InlineData("public string? Token { get; init; } public R WithToken([IdempotencyToken] string token) => new() { Token = token };", nameof(FieldRole.Token))]
    [InlineData("public string? Token { get; init; } public R WithIt([IdempotencyToken] string t) => this.WithThat(t); R WithThat(string t) => new() { Token = t };", nameof(FieldRole.Token))]
    [InlineData("public string? Token { get; init; } public R([IdempotencyToken] string token) => Token = token; public R() { }", nameof(FieldRole.Token))]
    [InlineData("public string? Token { get; init; }", nameof(FieldRole.Content))]
    [InlineData("public string? Token { get; init; } public R WithToken(string token) => new() { Token = token };", nameof(FieldRole.Content))]
    [InlineData("public string? Token { get; init; } public R WithX([IdempotencyToken] string x) => new() { Token = \"fixed\" };", nameof(FieldRole.Content))]
    public void A_field_is_a_token_if_it_is_marked_or_gets_a_marked_parameter(string members, string expected)
    {
        var compilation = Calls.Compile($"[FluentRequest] class R {{ {members} public string? OperationId {{ get; init; }} }}");
        var shape = RequestLibrary.For(compilation)!.KindOf(compilation.GetTypeByMetadataName("R"))!.Shape;
        Assert.Equal(expected, shape.Fields.Single(field => field.Name == "Token").Role.ToString());
        Assert.Equal(FieldRole.Content, shape.Fields.Single(field => field.Name == "OperationId").Role);
        Assert.Equal(expected == nameof(FieldRole.Token), shape.IsFreshWithoutToken);
    }

    [Theory]
    [InlineData("public string? Name { get; set; }", true)]
    [InlineData("public string? Name { get; internal set; }", true)]
    [InlineData("public string? Name { get; private set; } public R WithName(string name) { Name = name; return this; }", true)]
    [InlineData("public string? Name { get; init; }", false)]
    [InlineData("public string? Name { get; private set; }", false)]
    [InlineData("public string? Name { get; init; } public R WithNothing() => this;", false)]
    public void A_request_is_mutable_if_others_can_change_it(string members, bool expected)
    {
        var compilation = Calls.Compile($"[FluentRequest] class R {{ {members} }}");
        Assert.Equal(expected, RequestLibrary.For(compilation)!.KindOf(compilation.GetTypeByMetadataName("R"))!.IsMutable);
    }
}
