using System.Globalization;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Signing;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>What the ledger records about one request, collected while it is processed.</summary>
internal sealed class CallRecord(Operation? operation, IHeaderDictionary headers)
{
    // The maximum length of a description, so that a valid one is never cut.
    private const int MaxDescription = 1024;

    private LedgerEntry? _ifApplied;

    /// <summary>Its signature, once verified.</summary>
    public VerifiedSignature? Signature { get; set; }

    /// <summary>The input, once the body was read.</summary>
    public OperationInput? Input { get; set; }

    /// <summary>The planned faults, once the request was validated.</summary>
    public PlannedFaults Faults { get; set; } = PlannedFaults.None;

    /// <summary>Records the request if it was for an operation.</summary>
    public void AddTo(RequestLedger ledger, Answer answer)
    {
        if (operation is not null)
        {
            // Saves memory: if both lists need an equal entry, they share one.
            ledger.AddReceived(_ifApplied is { } entry && (entry.Outcome, entry.Error, entry.Fault) == (answer.Outcome, answer.ErrorCode, answer.Fault)
                ? entry
                : ToEntry(operation, answer.Outcome, answer.ErrorCode, answer.Fault));
        }
    }

    /// <summary>The request in one line's worth.</summary>
    public AnsweredRequest ToRequest(Answer answer) => new(
        operation?.Name,
        Input?.ConnectorLabel,
        answer.Outcome,
        ReadAttempt(headers["amz-sdk-request"].ToString()),
        answer.IsDropped ? null : answer.StatusCode,
        answer.ErrorCode,
        answer.Fault);

    /// <summary>The entry of the request if it is carried out, which says the same in both lists.</summary>
    public LedgerEntry ToEntryIfApplied(Operation reached) => _ifApplied = Faults.Spoiler is { } spoiler
        ? ToEntry(reached, LedgerOutcome.Faulted, spoiler.ErrorCode, spoiler.Kind)
        : ToEntry(reached, LedgerOutcome.Applied, error: null, Faults.NonSpoilingKind);

    private LedgerEntry ToEntry(Operation reached, LedgerOutcome outcome, string? error, FaultKind? fault) => new()
    {
        Operation = reached.Name,
        Region = Signature?.Region,
        ConnectorLabel = Input?.ConnectorLabel is { } label ? Excerpt.Of(label) : null,
        ClientToken = Input?.ClientToken is { } token ? Excerpt.Of(token) : null,
        Description = Input?.Description is { } description ? Excerpt.Of(description, MaxDescription) : null,
        LambdaArn = Input?.LambdaArn is { } lambdaArn ? Excerpt.Of(lambdaArn) : null,
        Attempt = ReadAttempt(headers["amz-sdk-request"].ToString()),
        InvocationId = headers.TryGetValue("amz-sdk-invocation-id", out var id) ? Excerpt.Of(id.ToString()) : null,
        Outcome = outcome,
        Error = error,
        Fault = fault,
    };

    private static int? ReadAttempt(string amzSdkRequest)
    {
        const string Prefix = "attempt=";
        foreach (var part in amzSdkRequest.Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith(Prefix, StringComparison.Ordinal)
                && int.TryParse(part.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
            {
                return attempt;
            }
        }

        return null;
    }
}
