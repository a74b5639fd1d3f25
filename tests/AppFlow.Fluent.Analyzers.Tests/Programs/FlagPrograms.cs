using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Guards by bits of a flags enumeration.</summary>
public sealed class FlagPrograms
{
    private static string Program(string statements, string send) => $$"""
        [Flags]
        public enum Parts { None = 0, Label = 1, Lambda = 2, Both = 3 }

        public sealed class Service
        {
            public async Task Run(Parts given, string? label)
            {
                var request = ConnectorRegistration.Update();
                {{statements}}
                await request.{{send}}();
            }
        }
        """;

    [Theory]
    [InlineData("if (given.HasFlag(Parts.Label)) request = request.WithConnectorLabel(label!); if (!given.HasFlag(Parts.Label)) return;")]
    [InlineData("if (given.HasFlag(Parts.Label)) request = request.WithConnectorLabel(label!); if ((given & Parts.Label) == 0) return;")]
    [InlineData("if ((given & Parts.Label) == Parts.Label) request = request.WithConnectorLabel(label!); if ((given & Parts.Label) == Parts.None) return;")]
    [InlineData("var seen = Parts.None; if (label is not null) { request = request.WithConnectorLabel(label); seen |= Parts.Label; } if (!seen.HasFlag(Parts.Label)) return;")]
    [InlineData("var missing = Parts.Lambda; if (label is null) missing |= Parts.Label; else request = request.WithConnectorLabel(label); if ((missing & Parts.Label) != 0) return;")]
    public Task A_bit_test_can_guard_a_send(string statements) => Verify.FilesAsync(Program(statements, "SendAsync"));

    [Theory]
    [InlineData("if (given.HasFlag(Parts.Label)) request = request.WithConnectorLabel(label!); if (!given.HasFlag(Parts.Lambda)) return;")]
    [InlineData("if ((given & Parts.Both) != 0) request = request.WithConnectorLabel(label!); if ((given & Parts.Label) == 0) return;")]
    [InlineData("var seen = Parts.Label; if (label is not null) { request = request.WithConnectorLabel(label); seen |= Parts.Label; } if (!seen.HasFlag(Parts.Label)) return;")]
    [InlineData("var seen = Parts.None; if (label is not null) request = request.WithConnectorLabel(label); seen |= Parts.Label; if ((seen & Parts.Label) == 0) return;")]
    public Task Another_bit_does_not_guard_the_send(string statements) => Verify.FilesAsync(Program(statements, "{|AFF2002:SendAsync|}"));
}
