using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Requests with <c>With…</c> methods in a generic base class that has the request as a type parameter.</summary>
public sealed class SelfTypedPrograms
{
    private const string Requests = """
        public abstract record RecordBase<TSelf> where TSelf : RecordBase<TSelf>
        {
            [IdempotencyToken] public string? Token { get; init; }
            [System.ComponentModel.DataAnnotations.Required] public string? Name { get; init; }
            public TSelf WithToken(string token) => (TSelf)(this with { Token = token });
            public TSelf WithName(string name) => (TSelf)(this with { Name = name });
        }

        [FluentRequest]
        public sealed record Copy : RecordBase<Copy>
        {
            public string? Target { get; init; }
            public Copy WithTarget(string target) => this with { Target = target };
            public Task SendAsync() => Task.CompletedTask;
        }

        public abstract class ClassBase<TSelf> where TSelf : ClassBase<TSelf>
        {
            [IdempotencyToken] public string? Token { get; private set; }
            [System.ComponentModel.DataAnnotations.Required] public string? Name { get; private set; }
            public TSelf WithToken(string token) { var copy = (TSelf)MemberwiseClone(); copy.Token = token; return copy; }
            public TSelf WithName(string name) { var copy = (TSelf)MemberwiseClone(); copy.Name = name; return copy; }
        }

        [FluentRequest]
        public sealed class Move : ClassBase<Move>
        {
            public Task SendAsync() => Task.CompletedTask;
        }
        """;

    private static string Program(string statements) => $$"""
        {{Requests}}

        public sealed class Service
        {
            public async Task Run(string name, IEnumerable<string> names, string token)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("await new Copy().WithName(name).WithTarget(name).WithToken({|AFF1003:\"copy-1\"|}).SendAsync();")]
    [InlineData("await new Move().WithName(name).WithToken({|AFF1003:\"move-1\"|}).SendAsync();")]
    [InlineData("foreach (var each in names) await new Copy().WithName(each).WithToken({|AFF1002:token|}).SendAsync();")]
    [InlineData("foreach (var each in names) await new Move().WithName(each).WithToken({|AFF1002:token|}).SendAsync();")]
    [InlineData("await new Copy().WithTarget(name).{|AFF2001:SendAsync|}();")]
    [InlineData("await new Move().WithToken(token).{|AFF2001:SendAsync|}();")]
    public Task A_base_class_sets_fields_of_the_request(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("await new Copy().WithName(name).SendAsync();")]
    [InlineData("await new Move().WithName(name).WithToken(token).SendAsync();")]
    [InlineData("foreach (var each in names) await new Copy().WithName(each).WithToken(ClientToken.New()).SendAsync();")]
    [InlineData("foreach (var each in names) await new Move().WithName(name).WithToken(token).SendAsync();")]
    public Task Fields_that_the_base_class_sets_are_set(string statements) => Verify.FilesAsync(Program(statements));
}
