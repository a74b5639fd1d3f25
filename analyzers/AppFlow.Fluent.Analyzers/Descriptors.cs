using AppFlow.Fluent.Rules.Catalog;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers;

/// <summary>
/// The catalogue's rules as the compiler knows them. They are spelt out, because release tracking reads ids, categories, titles and
/// severities from the constructors' calls; a test holds them to the catalogue.
/// </summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor ReusedToken = new(
        RuleIds.ReusedToken,
        RuleTitles.ReusedToken,
        "The client token \"{0}\" is also sent at {1}: within 8 hours the service takes both calls for one and applies the first, or refuses the second as a conflict. Leave the token out, or use WithOperationId.",
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.ReusedToken + ".md");

    public static readonly DiagnosticDescriptor SharedToken = new(
        RuleIds.SharedToken,
        RuleTitles.SharedToken,
        "The client token '{0}' does not change while the request does{1}: the service refuses a token that comes with other input. Leave the token out, or use WithOperationId.",
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.SharedToken + ".md");

    public static readonly DiagnosticDescriptor HardCodedToken = new(
        RuleIds.HardCodedToken,
        RuleTitles.HardCodedToken,
        "The client token \"{0}\" is hard-coded: within 8 hours every run of the program is the same call to the service, which applies it once. Leave the token out, or use WithOperationId.",
        RuleCategories.Idempotency,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.HardCodedToken + ".md");

    public static readonly DiagnosticDescriptor RetryWithFreshToken = new(
        RuleIds.RetryWithFreshToken,
        RuleTitles.RetryWithFreshToken,
        "Each attempt of this retry loop sends {0} with a new client token: when an answer is lost, the service applies the change again. Make one token before the loop, or use WithOperationId.",
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.RetryWithFreshToken + ".md");

    public static readonly DiagnosticDescriptor ClockToken = new(
        RuleIds.ClockToken,
        RuleTitles.ClockToken,
        Rule.MessageFormat,
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.ClockToken + ".md");

    public static readonly DiagnosticDescriptor FreshOperationId = new(
        RuleIds.FreshOperationId,
        RuleTitles.FreshOperationId,
        Rule.MessageFormat,
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.FreshOperationId + ".md");

    public static readonly DiagnosticDescriptor FieldNeverSet = new(
        RuleIds.FieldNeverSet,
        RuleTitles.FieldNeverSet,
        "{0} requires {1}, which no path to this call sets: the call fails before anything is sent. Call {2}.",
        RuleCategories.RequiredFields,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.FieldNeverSet + ".md");

    public static readonly DiagnosticDescriptor FieldNotAlwaysSet = new(
        RuleIds.FieldNotAlwaysSet,
        RuleTitles.FieldNotAlwaysSet,
        "{0} requires {1}, which some path to this call does not set: on that path the call fails before anything is sent. Call {2}.",
        RuleCategories.RequiredFields,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.FieldNotAlwaysSet + ".md");

    public static readonly DiagnosticDescriptor BlankRequiredValue = new(
        RuleIds.BlankRequiredValue,
        RuleTitles.BlankRequiredValue,
        Rule.MessageFormat,
        RuleCategories.RequiredFields,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.BlankRequiredValue + ".md");

    public static readonly DiagnosticDescriptor RefusedValue = new(
        RuleIds.RefusedValue,
        RuleTitles.RefusedValue,
        Rule.MessageFormat,
        RuleCategories.Values,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.RefusedValue + ".md");

    public static readonly DiagnosticDescriptor DiscardedResult = new(
        RuleIds.DiscardedResult,
        RuleTitles.DiscardedResult,
        Rule.MessageFormat,
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.DiscardedResult + ".md");

    public static readonly DiagnosticDescriptor UnsentRequest = new(
        RuleIds.UnsentRequest,
        RuleTitles.UnsentRequest,
        Rule.MessageFormat,
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.UnsentRequest + ".md");

    public static readonly DiagnosticDescriptor FieldSetTwice = new(
        RuleIds.FieldSetTwice,
        RuleTitles.FieldSetTwice,
        Rule.MessageFormat,
        RuleCategories.Usage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.FieldSetTwice + ".md");

    public static readonly DiagnosticDescriptor DroppedTask = new(
        RuleIds.DroppedTask,
        RuleTitles.DroppedTask,
        Rule.MessageFormat,
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.DroppedTask + ".md");
}
