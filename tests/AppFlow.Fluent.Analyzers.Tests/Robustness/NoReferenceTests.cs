using AppFlow.Fluent.Analyzers.Rules;
using AppFlow.Fluent.Analyzers.Tests.RawRequests;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Robustness;

/// <summary>A compilation that neither references AppFlow.Fluent nor declares its annotations costs nothing: no rule registers anything for it.</summary>
public sealed class NoReferenceTests
{
    private const string Strangers = """
        using System;
        using System.Threading.Tasks;

        namespace Strange.Annotations { [AttributeUsage(AttributeTargets.Class)] public sealed class FluentRequestAttribute : Attribute; }

        namespace Strange
        {
            [Annotations.FluentRequest]
            public sealed class Request { public Request WithName(string name) => this; public Task SendAsync() => Task.CompletedTask; }

            public static class Program
            {
                public static void Go() { var request = new Request(); request.WithName("").WithName(null!); }
            }
        }
        """;

    [Fact]
    public async Task Nothing_is_registered()
    {
        var compilation = Analysis.Compilation([Analysis.Parse(Strangers)], referencesLibrary: false);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var rules = Analysis.WithRules(compilation);
        Assert.Empty(await rules.GetAnalyzerDiagnosticsAsync());
        foreach (var analyzer in rules.Analyzers)
        {
            Assert.Equal((analyzer.GetType().Name, 0), (analyzer.GetType().Name, await ActionsAsync(rules, analyzer)));
        }
    }

    // A project without the library may mark its own members.
    [Fact]
    public async Task The_annotations_alone_are_enough()
    {
        const string Marks = """
            namespace AppFlow.Fluent.Annotations { [System.AttributeUsage(System.AttributeTargets.Parameter)] internal sealed class IdempotencyTokenAttribute : System.Attribute; }
            class C { static void Send([AppFlow.Fluent.Annotations.IdempotencyToken] string token) { } static void M() => Send("a"); }
            """;
        var compilation = Analysis.Compilation([Analysis.Parse(Marks)], referencesLibrary: false);
        Assert.Equal("AFF1003", Assert.Single(await Analysis.DiagnosticsAsync(compilation)).Id);
    }

    // All rules about fluent requests, for the requests of a project that declares the annotations and references nothing.
    [Fact]
    public async Task The_FluentRequest_attribute_alone_is_enough()
    {
        const string Marks = """
            using System;
            using System.ComponentModel.DataAnnotations;
            using System.Threading.Tasks;

            namespace AppFlow.Fluent.Annotations { [AttributeUsage(AttributeTargets.Class)] internal sealed class FluentRequestAttribute : Attribute; }

            [AppFlow.Fluent.Annotations.FluentRequest]
            internal sealed record Order
            {
                [Required] public string? Name { get; init; }
                [StringLength(3)] public string? Code { get; init; }
                public Order WithName(string name) => this with { Name = name };
                public Order WithCode(string code) => this with { Code = code };
                public Task SendAsync() => Task.CompletedTask;
            }

            internal static class Program
            {
                public static void Go(Order order, string name)
                {
                    order.WithName(name);
                    var unsent = new Order().WithName(name);
                    order.WithName("").WithCode("long").SendAsync().Wait();
                    order.WithName(name).WithName(name).SendAsync().Wait();
                    order.SendAsync();
                    new Order().SendAsync().Wait();
                }
            }
            """;
        var compilation = Analysis.Compilation([Analysis.Parse(Marks)], referencesLibrary: false);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(
            ["AFF2001", "AFF2003", "AFF3001", "AFF4001", "AFF4002", "AFF4003", "AFF4004"],
            (await Analysis.DiagnosticsAsync(compilation)).Select(found => found.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_the_AWS_SDK_alone_the_rules_about_fluent_requests_register_nothing()
    {
        var compilation = Analysis.Compilation([Analysis.Parse("class C;")], referencesLibrary: false).WithReferences(AwsSdk.V4.References);
        var rules = Analysis.WithRules(compilation);
        await rules.GetAnalyzerDiagnosticsAsync();
        foreach (var analyzer in rules.Analyzers.Where(analyzer => analyzer is FluentRule or BodyRule))
        {
            Assert.Equal((analyzer.GetType().Name, analyzer is BodyRule), (analyzer.GetType().Name, await ActionsAsync(rules, analyzer) > 0));
        }
    }

    [Fact]
    public async Task With_the_library_each_rule_registers_something()
    {
        var rules = Analysis.WithRules(Analysis.Compilation([Analysis.Parse("class C;")]), additionalFiles: [new TokenList("# a list, for the rule about lists")]);
        await rules.GetAnalyzerDiagnosticsAsync();
        foreach (var analyzer in rules.Analyzers)
        {
            Assert.NotEqual(0, await ActionsAsync(rules, analyzer));
        }
    }

    // Everything that telemetry counts, except the compilation start action itself.
    private static async Task<int> ActionsAsync(Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers rules, Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer analyzer)
    {
        var telemetry = await rules.GetAnalyzerTelemetryInfoAsync(analyzer, default);
        Assert.Equal(1, telemetry.CompilationStartActionsCount);
        return telemetry.GetType().GetProperties()
            .Where(property => property.Name.EndsWith("ActionsCount", StringComparison.Ordinal) && property.Name != nameof(telemetry.CompilationStartActionsCount))
            .Sum(property => (int)property.GetValue(telemetry)!);
    }
}
