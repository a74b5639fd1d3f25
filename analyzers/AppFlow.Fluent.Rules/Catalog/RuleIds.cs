namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>The rules' ids. They are constants because release tracking reads them where descriptors are created.</summary>
internal static class RuleIds
{
    public const string MalformedTokenLine = "AFF0001";
    public const string CheckerFailed = "AFF0002";
    public const string ReusedToken = "AFF1001";
    public const string SharedToken = "AFF1002";
    public const string HardCodedToken = "AFF1003";
    public const string RetryWithFreshToken = "AFF1004";
    public const string ClockToken = "AFF1005";
    public const string FreshOperationId = "AFF1006";
    public const string FieldNeverSet = "AFF2001";
    public const string FieldNotAlwaysSet = "AFF2002";
    public const string BlankRequiredValue = "AFF2003";
    public const string RefusedValue = "AFF3001";
    public const string DiscardedResult = "AFF4001";
    public const string UnsentRequest = "AFF4002";
    public const string FieldSetTwice = "AFF4003";
    public const string DroppedTask = "AFF4004";
}
