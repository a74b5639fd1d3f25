using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers;

/// <summary>The eleven rules. Each has a page of its id's name under analyzers/docs.</summary>
internal static class Descriptors
{
    private const string Idempotency = "Idempotency";
    private const string RequiredFields = "RequiredFields";
    private const string Values = "Values";
    private const string Usage = "Usage";

    public static readonly DiagnosticDescriptor ReusedToken = Warning(
        "AFF1001",
        Idempotency,
        "A hard-coded client token is reused across calls",
        "The client token \"{0}\" is also sent at {1}: within 8 hours the service takes both calls for one and applies the first, or refuses the second as a conflict. Leave the token out, or use WithOperationId.");

    public static readonly DiagnosticDescriptor SharedToken = Warning(
        "AFF1002",
        Idempotency,
        "One client token is sent with different requests",
        "The client token '{0}' does not change while the request does{1}: the service refuses a token that comes with other input. Leave the token out, or use WithOperationId.");

    public static readonly DiagnosticDescriptor HardCodedToken = Info(
        "AFF1003",
        Idempotency,
        "A hard-coded client token",
        "The client token \"{0}\" is hard-coded: within 8 hours every run of the program is the same call to the service, which applies it once. Leave the token out, or use WithOperationId.");

    public static readonly DiagnosticDescriptor RetryWithFreshToken = Warning(
        "AFF1004",
        Idempotency,
        "A retry loop makes a new client token at each attempt",
        "Each attempt of this retry loop sends {0} with a new client token: when an answer is lost, the service applies the change again. Make one token before the loop, or use WithOperationId.");

    public static readonly DiagnosticDescriptor ClockToken = Warning(
        "AFF1005",
        Idempotency,
        "A client token is made from a clock of a second or coarser",
        "The client token '{0}' is made from a clock of a second or coarser: two calls within it are one call to the service, and a retry is a new one. Leave the token out, or use WithOperationId.");

    public static readonly DiagnosticDescriptor FreshOperationId = Warning(
        "AFF1006",
        Idempotency,
        "An operation id is new at every run",
        "The operation id '{0}' is new at every run: run again, the step is another one and is applied again. Give an id that names the step, such as a release.");

    public static readonly DiagnosticDescriptor FieldNeverSet = Warning(
        "AFF2001",
        RequiredFields,
        "A required field is set on no path",
        "{0} requires {1}, which no path to this call sets: the call fails before anything is sent. Call {2}.");

    public static readonly DiagnosticDescriptor FieldNotAlwaysSet = Warning(
        "AFF2002",
        RequiredFields,
        "A required field is not set on some path",
        "{0} requires {1}, which some path to this call does not set: on that path the call fails before anything is sent. Call {2}.");

    public static readonly DiagnosticDescriptor BlankRequiredValue = Warning(
        "AFF2003",
        RequiredFields,
        "Null, empty or blank for a required field",
        "{0} is required and must not be {1}: the call throws an ArgumentException. Give the value that the service knows.");

    public static readonly DiagnosticDescriptor RefusedValue = Warning(
        "AFF3001",
        Values,
        "A constant that the service will refuse",
        "The service refuses this value of {0}: {1}. The call throws an ArgumentException; change the value.");

    public static readonly DiagnosticDescriptor DiscardedResult = Warning(
        "AFF4001",
        Usage,
        "The result of With… is discarded",
        "Requests are immutable: {0} returns a new request, which is discarded here, so nothing is set. Use the result.");

    public static readonly DiagnosticDescriptor UnsentRequest = Warning(
        "AFF4002",
        Usage,
        "A request is built and never sent",
        "The request '{0}' is built and never sent: the service hears nothing of it. Call SendAsync, or remove it.");

    public static readonly DiagnosticDescriptor FieldSetTwice = Info(
        "AFF4003",
        Usage,
        "A field is set twice in one chain",
        "{0} is set again by {1} later in this chain: this value is lost and never sent. Remove one of the two calls.");

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        Rule(id, category, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string category, string title, string message) =>
        Rule(id, category, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string category, string title, string message, DiagnosticSeverity severity) =>
        new(
            id,
            title,
            message,
            category,
            severity,
            isEnabledByDefault: true,
            helpLinkUri: $"https://github.com/appflow-fluent/appflow-fluent/blob/main/analyzers/docs/{id}.md");
}
