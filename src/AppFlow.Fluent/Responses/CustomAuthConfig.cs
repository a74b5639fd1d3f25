using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A custom authentication that a connector offers.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_CustomAuthConfig.html"/>. Members that the service omitted are
/// null, false or an empty list.
/// </remarks>
public sealed record CustomAuthConfig
{
    /// <summary>The name of the authentication.</summary>
    public string? CustomAuthenticationType { get; init; }

    /// <summary>The parameters to fill in.</summary>
    public IReadOnlyList<AuthParameter> AuthParameters { get; init => field = ValueList<AuthParameter>.Of(value); } = ValueList<AuthParameter>.Of(null);
}
