namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>All rules, of every front end, in the order of their ids.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(RuleIds.MalformedTokenLine, RuleCategories.Setup, RuleTitles.MalformedTokenLine, RuleSeverity.Warning),
        new(RuleIds.CheckerFailed, RuleCategories.Setup, RuleTitles.CheckerFailed, RuleSeverity.Warning),
        new(RuleIds.ReusedToken, RuleCategories.Idempotency, RuleTitles.ReusedToken, RuleSeverity.Warning),
        new(RuleIds.SharedToken, RuleCategories.Idempotency, RuleTitles.SharedToken, RuleSeverity.Warning),
        new(RuleIds.HardCodedToken, RuleCategories.Idempotency, RuleTitles.HardCodedToken, RuleSeverity.Info),
        new(RuleIds.RetryWithFreshToken, RuleCategories.Idempotency, RuleTitles.RetryWithFreshToken, RuleSeverity.Warning),
        new(RuleIds.ClockToken, RuleCategories.Idempotency, RuleTitles.ClockToken, RuleSeverity.Warning),
        new(RuleIds.FreshOperationId, RuleCategories.Idempotency, RuleTitles.FreshOperationId, RuleSeverity.Warning),
        new(RuleIds.FieldNeverSet, RuleCategories.RequiredFields, RuleTitles.FieldNeverSet, RuleSeverity.Warning),
        new(RuleIds.FieldNotAlwaysSet, RuleCategories.RequiredFields, RuleTitles.FieldNotAlwaysSet, RuleSeverity.Warning),
        new(RuleIds.BlankRequiredValue, RuleCategories.RequiredFields, RuleTitles.BlankRequiredValue, RuleSeverity.Warning),
        new(RuleIds.RefusedValue, RuleCategories.Values, RuleTitles.RefusedValue, RuleSeverity.Warning),
        new(RuleIds.DiscardedResult, RuleCategories.Usage, RuleTitles.DiscardedResult, RuleSeverity.Warning),
        new(RuleIds.UnsentRequest, RuleCategories.Usage, RuleTitles.UnsentRequest, RuleSeverity.Warning),
        new(RuleIds.FieldSetTwice, RuleCategories.Usage, RuleTitles.FieldSetTwice, RuleSeverity.Info),
        new(RuleIds.DroppedTask, RuleCategories.Usage, RuleTitles.DroppedTask, RuleSeverity.Warning),
    ];
}
