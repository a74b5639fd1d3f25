using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF1001 with unmarked members that forward a token: constructors behind With methods, derived classes, extensions.</summary>
public sealed class HandedOnTokenPrograms
{
    private const string Requests = """
        [FluentRequest]
        public sealed class Invoke(string? function = null, string? token = null)
        {
            public string? Function { get; } = function;
            [IdempotencyToken] public string? Token { get; } = token;
            public Invoke WithFunction(string value) => new(value, Token);
            public Invoke WithKey(string value) => new(Function, value);
            public Task SendAsync() => Task.CompletedTask;
        }

        public abstract record Tagged
        {
            [IdempotencyToken] public string? Tag { get; init; }
        }

        [FluentRequest]
        public sealed record Copy : Tagged
        {
            public string? Source { get; init; }
            public Copy WithMark(string value) => this with { Tag = value };
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class Extensions
        {
            public static UpdateConnectorRegistrationRequest ForRelease(this UpdateConnectorRegistrationRequest request, string id) => request.WithClientToken(id);
            public static UpdateConnectorRegistrationRequest ForTeam(this UpdateConnectorRegistrationRequest request, string id) => request.ForRelease(id);
            public static UpdateConnectorRegistrationRequest Noted(this UpdateConnectorRegistrationRequest request, string note) => request.WithDescription(note);
        }
        """;

    private static string Uses(string first, string second) => $$"""
        public sealed class First
        {
            public Task Run(string name) => {{first}}.SendAsync();
        }

        public sealed class Second
        {
            public Task Run(string name) => {{second}}.SendAsync();
        }
        """;

    [Theory]
    [InlineData("new Invoke(\"f\", {|AFF1001:\"one\"|})", "new Invoke(name).WithKey({|AFF1001:\"one\"|})")]
    [InlineData("new Copy { Source = name, Tag = {|AFF1001:\"one\"|} }", "new Copy { Source = \"s\" }.WithMark({|AFF1001:\"one\"|})")]
    [InlineData("ConnectorRegistration.Update(name).ForRelease({|AFF1001:\"one\"|})", "ConnectorRegistration.Update(\"orders\").WithClientToken({|AFF1001:\"one\"|})")]
    [InlineData("ConnectorRegistration.Update(name).ForTeam({|AFF1001:\"one\"|})", "ConnectorRegistration.Update(\"orders\").ForRelease({|AFF1001:\"one\"|})")]
    public Task A_member_that_forwards_a_token_is_found_from_other_files(string first, string second) =>
        Verify.FilesAsync([Requests, .. Uses(first, second).Split("\n\n")]);

    [Theory]
    [InlineData("new Invoke(\"one\", name)", "new Invoke(name).WithKey({|AFF1003:\"one\"|})")]
    [InlineData("ConnectorRegistration.Update(name).Noted(\"one\")", "ConnectorRegistration.Update(\"orders\").WithClientToken({|AFF1003:\"one\"|})")]
    [InlineData("ConnectorRegistration.Update(name).ForRelease({|AFF1003:\"one\"|})", "ConnectorRegistration.Update(\"orders\").ForRelease({|AFF1003:\"two\"|})")]
    public Task A_member_that_forwards_another_value_is_not_another_place(string first, string second) => Verify.FilesAsync(Requests, Uses(first, second));
}
