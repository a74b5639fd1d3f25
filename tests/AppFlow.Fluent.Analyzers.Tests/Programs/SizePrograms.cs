using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Guards by sizes and numbers: one comparison implies another, including tests for emptiness.</summary>
public sealed class SizePrograms
{
    private static string Program(string statements, string send) => $$"""
        public sealed class Service
        {
            public async Task Run(string[] args, List<string> parts, string text, int count)
            {
                var request = ConnectorRegistration.Update();
                {{statements}}
                await request.{{send}}();
            }
        }
        """;

    [Theory]
    [InlineData("if (args.Length < 3) return; if (args.Length > 0) request = request.WithConnectorLabel(args[0]);")]
    [InlineData("if (args.Length > 1) request = request.WithConnectorLabel(args[1]); if (args.Length <= 1) return;")]
    [InlineData("if (parts.Count < 2) return; foreach (var part in parts) request = request.WithConnectorLabel(part);")]
    [InlineData("if (parts.Count != 2) return; if (parts.Any()) request = request.WithConnectorLabel(parts[0]);")]
    [InlineData("if (text.Length < 2) return; if (text != \"\") request = request.WithConnectorLabel(text);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfZero(parts.Count); foreach (var part in parts) request = request.WithConnectorLabel(part);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfLessThan(args.Length, 2); if (args.Length > 1) request = request.WithConnectorLabel(args[1]);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count); for (var i = 0; i < count; i++) request = request.WithConnectorLabel(args[i]);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNotEqual(count, 3); if (count == 3) request = request.WithConnectorLabel(text);")]
    public Task A_size_check_can_guard_a_send(string statements) => Verify.FilesAsync(Program(statements, "SendAsync"));

    [Theory]
    [InlineData("if (args.Length > 1) request = request.WithConnectorLabel(args[1]); if (args.Length == 0) return;")]
    [InlineData("if (parts.Count > 5) return; foreach (var part in parts) request = request.WithConnectorLabel(part);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegative(count); for (var i = 0; i < count; i++) request = request.WithConnectorLabel(args[i]);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfGreaterThan(parts.Count, 3); foreach (var part in parts) request = request.WithConnectorLabel(part);")]
    public Task A_wider_size_check_does_not_guard_the_send(string statements) => Verify.FilesAsync(Program(statements, "{|AFF2002:SendAsync|}"));
}
