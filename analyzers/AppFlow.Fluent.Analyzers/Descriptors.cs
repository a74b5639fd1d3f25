using AppFlow.Fluent.Rules.Catalog;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers;

/// <summary>
/// The catalogue's rules as compiler descriptors. They are spelled out because release tracking reads ids, categories, titles and
/// severities from the constructor calls; a test compares them with the catalogue.
/// </summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor MalformedTokenLine = new(
        RuleIds.MalformedTokenLine,
        RuleTitles.MalformedTokenLine,
        Rule.MessageFormat,
        RuleCategories.Setup,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.MalformedTokenLine + ".md");

    public static readonly DiagnosticDescriptor ReusedToken = new(
        RuleIds.ReusedToken,
        RuleTitles.ReusedToken,
        Rule.MessageFormat,
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.ReusedToken + ".md");

    public static readonly DiagnosticDescriptor SharedToken = new(
        RuleIds.SharedToken,
        RuleTitles.SharedToken,
        Rule.MessageFormat,
        RuleCategories.Idempotency,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.SharedToken + ".md");

    public static readonly DiagnosticDescriptor HardCodedToken = new(
        RuleIds.HardCodedToken,
        RuleTitles.HardCodedToken,
        Rule.MessageFormat,
        RuleCategories.Idempotency,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.HardCodedToken + ".md");

    public static readonly DiagnosticDescriptor RetryWithFreshToken = new(
        RuleIds.RetryWithFreshToken,
        RuleTitles.RetryWithFreshToken,
        Rule.MessageFormat,
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
        Rule.MessageFormat,
        RuleCategories.RequiredFields,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + RuleIds.FieldNeverSet + ".md");

    public static readonly DiagnosticDescriptor FieldNotAlwaysSet = new(
        RuleIds.FieldNotAlwaysSet,
        RuleTitles.FieldNotAlwaysSet,
        Rule.MessageFormat,
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
