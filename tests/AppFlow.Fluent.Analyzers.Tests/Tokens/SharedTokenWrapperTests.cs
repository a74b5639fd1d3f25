using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary>AFF1002 through user-defined members whose parameters are marked with an alias of the attribute.</summary>
public sealed class SharedTokenWrapperTests
{
    private const string Alias = "global using Key = AppFlow.Fluent.Annotations.IdempotencyTokenAttribute;";

    private const string Wrappers = """
        public static class Shop
        {
            public static Task Send(string name, [Key] string token) => Task.CompletedTask;
            public static Task Extended(this string shop, string name, [Key] string token) => Task.CompletedTask;
            extension(string shop) { public Task InBlock(string name, [Key] string token) => Task.CompletedTask; }
        }

        public class Order { public Order(string name, [Key] string token) { } }
        public class Settable { public string? Name { get; set; } [Key] public string? Token { get; set; } }
        public record Positional(string Name, [property: Key] [param: Key] string Token);
        public delegate void Sender(string name, [Key] string token);
        public abstract class Abstract { public abstract void Do(string name, [Key] string token); }
        public class Concrete : Abstract { public override void Do(string name, string token) { } }
        """;

    public static TheoryData<string> Sends =>
    [
        "foreach (var l in labels) { await Shop.Send(l, {|AFF1002:token|}); }",
        "foreach (var l in labels) { await label.Extended(l, {|AFF1002:token|}); }",
        "foreach (var l in labels) { await label.InBlock(l, {|AFF1002:token|}); }",
        "foreach (var l in labels) { _ = new Order(l, {|AFF1002:token|}); }",
        "foreach (var l in labels) { Order o = new(l, {|AFF1002:token|}); }",
        "foreach (var l in labels) { _ = new Settable { Name = l, Token = {|AFF1002:token|} }; }",
        "foreach (var l in labels) { _ = new Positional(l, {|AFF1002:token|}); }",
        "Positional p = null!; foreach (var l in labels) { _ = p with { Name = l, Token = {|AFF1002:token|} }; }",
        "Sender send = (n, t) => { }; foreach (var l in labels) { send(l, {|AFF1002:token|}); }",
        "var concrete = new Concrete(); foreach (var l in labels) { concrete.Do(l, {|AFF1002:token|}); }",
        "foreach (var l in labels) { new Concrete().Do(l, token); }",
    ];

    [Theory]
    [MemberData(nameof(Sends))]
    public Task Of_the_same_project(string statements) => Verify.FilesAsync(InMethod(statements), Wrappers, Alias);

    [Theory]
    [MemberData(nameof(Sends))]
    public Task Of_a_referenced_project(string statements) => Verify.ProjectsAsync(Alias + Wrappers, InMethod(statements));

    [Theory]
    [MemberData(nameof(Sends))]
    public Task Of_a_referenced_assembly(string statements) => Verify.AssembliesAsync(Alias + Wrappers, InMethod(statements));

    [Fact]
    public Task A_local_function() => Verify.FilesAsync(
        InMethod("foreach (var l in labels) { await Local(l, {|AFF1002:token|}); } Task Local(string n, [Key] string t) => Task.CompletedTask;"),
        Alias);

    private static string InMethod(string statements) => Verify.InMethod("var token = label; " + statements);
}
