using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>Users' own requests: methods, initializers, <c>with</c>, properties that are set later.</summary>
public sealed class OwnRequestFixTests
{
    private const string Requests = """
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record Order
        {
            [Required] public string? Customer { get; init; }
            public string? Note { get; init; }
            [IdempotencyToken] public string? Token { get; init; }
            public Task SendAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
        }

        [FluentRequest]
        public sealed class Push
        {
            [Required, StringLength(5)] public string? Target { get; set; }
            [IdempotencyToken] public string? Token { get; set; }
            public Task SendAsync() => Task.CompletedTask;
        }

        [FluentRequest]
        public sealed record Strict
        {
            [IdempotencyToken] public required string Token { get; init; }
            public Task SendAsync() => Task.CompletedTask;
        }

        [FluentRequest]
        public sealed class Marked
        {
            public string? Key { get; private init; }
            public Marked WithKey([IdempotencyToken] string key) => new() { Key = key };
            public Task SendAsync() => Task.CompletedTask;
        }

        """;

    [Theory]
    [InlineData("""await new Order { Customer = label, Token = {|AFF1003:"a"|} }.SendAsync();""", """await new Order { Customer = label }.SendAsync();""")]
    [InlineData("""await new Order { Token = {|AFF1003:"a"|}, Customer = label }.SendAsync();""", """await new Order { Customer = label }.SendAsync();""")]
    [InlineData("""Push push = new() { Token = {|AFF1003:"a"|} }; push.Target = label; await push.SendAsync();""", """Push push = new(); push.Target = label; await push.SendAsync();""")]
    [InlineData("""var o = new Order { Customer = label }; await (o with { Token = {|AFF1003:"a"|} }).SendAsync();""", """var o = new Order { Customer = label }; await (o).SendAsync();""")]
    [InlineData("""var o = new Order { Customer = label }; await (o with { Note = "n", Token = {|AFF1003:"a"|} }).SendAsync();""", """var o = new Order { Customer = label }; await (o with { Note = "n" }).SendAsync();""")]
    [InlineData("""var o = new Order { Customer = label }; o = o with { Token = {|AFF1003:"a"|} }; await o.SendAsync();""", """var o = new Order { Customer = label }; await o.SendAsync();""")]
    [InlineData("""var p = new Push { Target = label }; p.Token = {|AFF1003:"a"|}; await p.SendAsync();""", """var p = new Push { Target = label }; await p.SendAsync();""")]
    [InlineData("""await new Marked().WithKey({|AFF1003:"a"|}).SendAsync();""", """await new Marked().SendAsync();""")]
    public Task A_token_is_removed(string before, string after) => FixAsync(before, after, RemoveToken.EquivalenceKey);

    [Fact]
    public Task Lines_and_comments_of_an_initializer_stay() => FixAsync(
        """
        await new Order
        {
            Customer = label, // who
            // Of release 42.
            Token = {|AFF1003:"a"|}, // the token
            Note = "n",
        }.SendAsync();
        await new Order
        {
            Customer = label, // who else
            Token = {|AFF1003:"b"|}
        }.SendAsync();
        """,
        """
        await new Order
        {
            Customer = label, // who
            // Of release 42.
            // the token
            Note = "n",
        }.SendAsync();
        await new Order
        {
            Customer = label // who else
        }.SendAsync();
        """,
        RemoveToken.EquivalenceKey);

    [Theory]
    [InlineData("""await new Strict { Token = {|AFF1003:"a"|} }.SendAsync();""")]
    [InlineData("""Strict s = new() { Token = {|AFF1003:"a"|} }; await s.SendAsync();""")]
    [InlineData("""var p = new Push { Target = label }; Action f = () => p.Token = {|AFF1003:"a"|}; f(); await p.SendAsync();""")]
    public Task A_required_token_is_not_removed(string statements) => FixAsync(statements, statements, RemoveToken.EquivalenceKey);

    [Theory]
    [InlineData("""var customer = label; await new Order().{|AFF2001:SendAsync|}();""", """var customer = label; await new Order { Customer = customer }.SendAsync();""")]
    [InlineData("""var customer = label; await new Order { Note = "n" }.{|AFF2001:SendAsync|}();""", """var customer = label; await new Order { Note = "n", Customer = customer }.SendAsync();""")]
    [InlineData("""var customer = label; Order o = new(); await o.{|AFF2001:SendAsync|}();""", """var customer = label; Order o = new() { Customer = customer }; await o.SendAsync();""")]
    [InlineData("""var o = new Push(); await o.{|AFF2001:SendAsync|}();""", """var o = new Push { Target = {|AFF3001:"<target>"|} }; await o.SendAsync();""")]
    public Task A_missing_property_is_set_in_the_initializer(string before, string after) =>
        FixAsync(before, after, SetMissingFields.EquivalenceKey, before.Contains("customer", StringComparison.Ordinal) ? null : before);

    [Fact]
    public Task The_initializers_lines_are_kept() => FixAsync(
        """
        var customer = label;
        await new Order
        {
            Note = "n", // what
        }.{|AFF2001:SendAsync|}();
        await new Order
        {
            Note = "n" // what
        }.{|AFF2001:SendAsync|}();
        """,
        """
        var customer = label;
        await new Order
        {
            Note = "n", // what
            Customer = customer,
        }.SendAsync();
        await new Order
        {
            Note = "n", // what
            Customer = customer
        }.SendAsync();
        """,
        SetMissingFields.EquivalenceKey);

    [Fact]
    public Task No_placeholder_is_used_if_no_constraint_would_refuse_it() => FixAsync(
        "await new Order().{|AFF2001:SendAsync|}();",
        "await new Order().{|AFF2001:SendAsync|}();",
        SetMissingFields.EquivalenceKey);

    [Fact]
    public Task A_retry_gets_its_token_in_the_initializer() => FixAsync(
        """
        while (true)
        {
            try { await new Order { Customer = label }.{|AFF1004:SendAsync|}(); return; }
            catch (TimeoutException) { await Task.Delay(100); }
        }
        """,
        """
        var clientToken = ClientToken.New();
        while (true)
        {
            try { await new Order { Customer = label, Token = clientToken }.SendAsync(); return; }
            catch (TimeoutException) { await Task.Delay(100); }
        }
        """,
        nameof(HoistTokenCodeFix));

    private static Task FixAsync(string before, string after, string key, string? afterAll = null) => VerifyFix.FileAsync(
        Requests + Verify.InMethod(before),
        Requests + Verify.InMethod(after),
        key,
        afterAll: afterAll is null ? null : Requests + Verify.InMethod(afterAll));
}
