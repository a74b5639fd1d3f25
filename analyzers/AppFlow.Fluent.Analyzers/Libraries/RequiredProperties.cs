using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Identifies the required properties: by their own metadata, except for a few that the SDK fills in.</summary>
internal static class RequiredProperties
{
    // The six operations whose id the SDK generates if it is not set.
    private static readonly string[] MadeIds =
    [
        "CreateBatchPrediction.BatchPredictionId", "CreateDataSourceFromRDS.DataSourceId", "CreateDataSourceFromRedshift.DataSourceId",
        "CreateDataSourceFromS3.DataSourceId", "CreateEvaluation.EvaluationId", "CreateMLModel.MLModelId",
    ];

    /// <summary>Whether the property is required.</summary>
    /// <param name="property">A property of the request.</param>
    /// <param name="request">The SDK's request type.</param>
    public static bool IsRequired(IPropertySymbol property, INamedTypeSymbol request) =>
        (IsMarked(property) && !IsCompletedBySdk(property.Name, request)) || IsPartOfRequired(property, request);

    /// <summary>Whether the metadata has a minimum length: then the SDK's own analyzer reports empty values.</summary>
    public static bool HasMinimum(IPropertySymbol property) =>
        AwsSdkTypes.PropertyAttribute(property)?.NamedArguments.Any(argument => argument is { Key: "Min", Value.Value: > 0L }) == true;

    /// <summary>The property that counts as set if another one is; null if there is none.</summary>
    /// <param name="property">The name of the property that is set.</param>
    /// <param name="request">The SDK's request type.</param>
    public static string? SetAlong(IPropertySymbol property, INamedTypeSymbol request) => (AwsSdkTypes.ServiceOf(request), request.Name, property.Name) switch
    {
        ("S3", "PutObjectRequest", "FilePath") => "Key",
        ("CloudSearchDomain", "UploadDocumentsRequest", "FilePath") => "Documents",
        ("Lambda", "InvokeAsyncRequest", "InvokeArgs") => "InvokeArgsStream",
        // The older of the two, which is obsolete in most services of SDK version 3.
        _ when !property.Name.EndsWith("Utc", StringComparison.Ordinal) && HasUtcSibling(property) => property.Name + "Utc",
        _ => null,
    };

    private static bool IsMarked(IPropertySymbol property) =>
        AwsSdkTypes.PropertyAttribute(property) is { } metadata && metadata.NamedArguments.Any(argument => argument is { Key: "Required", Value.Value: true });

    // S3 requires the source of a copy, which the SDK splits into its own properties without metadata.
    private static bool IsPartOfRequired(IPropertySymbol property, INamedTypeSymbol request) =>
        property.Name == "SourceBucket"
        && request.Name is "CopyObjectRequest" or "CopyPartRequest"
        && AwsSdkTypes.ServiceOf(request) == "S3"
        && request.GetMembers("DestinationBucket").OfType<IPropertySymbol>().Any(IsMarked);

    private static bool IsCompletedBySdk(string property, INamedTypeSymbol request) => AwsSdkTypes.ServiceOf(request) switch
    {
        "Glacier" => property == "AccountId",
        "MachineLearning" => MadeIds.Contains(AwsSdkTypes.NameOf(request) + "." + property),
        "ElasticLoadBalancing" => property == "PolicyNames" && request.Name.StartsWith("SetLoadBalancerPolicies", StringComparison.Ordinal),
        _ => false,
    };

    private static bool HasUtcSibling(IPropertySymbol property) =>
        property.ContainingType.GetMembers(property.Name + "Utc").OfType<IPropertySymbol>().Any(sibling => SymbolEqualityComparer.Default.Equals(sibling.Type, property.Type));
}
