using System.Text.Json.Serialization;
using AppFlow.Fluent.Responses;

namespace AppFlow.Fluent;

/// <summary>A custom authentication that a connector offers.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_CustomAuthConfig.html"/>. What the service left out is null, false or an empty list.</remarks>
public sealed record CustomAuthConfig
{
    [JsonConstructor]
    internal CustomAuthConfig(
        string? customAuthenticationType,
        IReadOnlyList<AuthParameter>? authParameters)
    {
        CustomAuthenticationType = customAuthenticationType;
        AuthParameters = ValueList<AuthParameter>.Of(authParameters);
    }

    /// <summary>The name of the authentication.</summary>
    public string? CustomAuthenticationType { get; }

    /// <summary>The parameters to fill in.</summary>
    public IReadOnlyList<AuthParameter> AuthParameters { get; }
}
