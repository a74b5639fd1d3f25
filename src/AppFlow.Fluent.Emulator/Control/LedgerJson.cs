using System.IO.Pipelines;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Ledger;

namespace AppFlow.Fluent.Emulator.Control;

/// <summary>The ledger and its entries as JSON. The ledger is streamed because it may be too large to hold in memory twice.</summary>
internal static class LedgerJson
{
    private const int EntriesPerFlush = 256;

    public static async Task WriteAsync(PipeWriter output, JsonWriterOptions options, RequestLedger ledger, CancellationToken cancellationToken)
    {
        // In this order, an applied request that is in the received list is never missing from the applied list.
        var received = ledger.Received;
        var applied = ledger.Applied;
        var writer = new Utf8JsonWriter(output, options);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            await WriteAsync(writer, output, "received", received, cancellationToken).ConfigureAwait(false);
            await WriteAsync(writer, output, "applied", applied, cancellationToken).ConfigureAwait(false);
            writer.WriteEndObject();
        }
    }

    private static async Task WriteAsync(
        Utf8JsonWriter writer, PipeWriter output, string name, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < entries.Count; i++)
        {
            Write(writer, entries[i]);
            if (i % EntriesPerFlush == EntriesPerFlush - 1)
            {
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, LedgerEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("operation", entry.Operation);
        writer.WriteString("region", entry.Region);
        writer.WriteString("connectorLabel", entry.ConnectorLabel);
        writer.WriteString("clientToken", entry.ClientToken);
        if (entry.Attempt is { } attempt)
        {
            writer.WriteNumber("attempt", attempt);
        }
        else
        {
            writer.WriteNull("attempt");
        }

        writer.WriteString("invocationId", entry.InvocationId);
        writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(entry.Outcome.ToString()));
        writer.WriteString("error", entry.Error);
        writer.WriteString("description", entry.Description);
        writer.WriteString("lambdaArn", entry.LambdaArn);
        writer.WriteString("fault", entry.Fault is { } fault ? JsonNamingPolicy.CamelCase.ConvertName(fault.ToString()) : null);
        writer.WriteEndObject();
    }
}
