using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace AppFlow.Fluent.Client;

/// <summary>The client's credentials: those that were given, or AWSSDK.Core's default chain, resolved at the first call.</summary>
internal sealed class CredentialsSource(AWSCredentials? given)
{
    private readonly Lock _lock = new();
    private volatile Task<AWSCredentials>? _resolution = given is null ? null : Task.FromResult(given);
    private bool _isEnvironment;

    // A class derived from these may have other keys with each call, these have not.
    private readonly bool _isConstant = given?.GetType() is { } type && (type == typeof(BasicAWSCredentials) || type == typeof(SessionAWSCredentials));

    /// <summary>The credentials of this moment; they may rotate between calls.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_isConstant)
        {
            return new(Checked(given!.GetCredentials()));
        }

        // What was found stays, so that calls at once need not queue for it.
        var resolution = _resolution;
        if (resolution is not { IsCompletedSuccessfully: true })
        {
            lock (_lock)
            {
                resolution = ResolveOnce();
            }
        }

        return resolution is null ? new(Checked(EnvironmentKeys.Read())) : GetAsync(resolution, cancellationToken);
    }

    private async ValueTask<ImmutableCredentials> GetAsync(Task<AWSCredentials> resolution, CancellationToken cancellationToken)
    {
        try
        {
            var credentials = await resolution.WaitAsync(cancellationToken).ConfigureAwait(false);
            var identity = credentials is AnonymousAWSCredentials
                ? null
                : await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return identity is null
                ? throw new InvalidOperationException(
                    "The credentials given are anonymous; Amazon AppFlow needs signed requests. Use BasicAWSCredentials, a profile or a role.")
                : Checked(identity);
        }
        catch (Exception e) when (given is null && e is not (OperationCanceledException or InvalidOperationException))
        {
            throw new InvalidOperationException(SetupGuide.NoCredentials(e), e);
        }
    }

    // A line break from the file of a secret would end a header early, and what follows would be another header.
    private static ImmutableCredentials Checked(ImmutableCredentials identity)
    {
        Check(identity.AccessKey, "access key");
        Check(identity.SecretKey, "secret key");
        if (identity.UseToken)
        {
            Check(identity.Token, "session token");
        }

        return identity;

        static void Check(string value, string what)
        {
            if (value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                throw new InvalidOperationException(
                    $"The {what} of the credentials holds white space, a control character or one beyond ASCII, which no AWS {what} does. "
                    + "A line break at its end is the usual cause.");
            }
        }
    }

    // Null stands for the keys of the environment.
    private Task<AWSCredentials>? ResolveOnce()
    {
        // A chain that found nothing is asked again at the next call: the credentials may have come meanwhile.
        if (!_isEnvironment && (_resolution is null || _resolution.IsFaulted || _resolution.IsCanceled))
        {
            _isEnvironment = EnvironmentKeys.AreSet && AWSConfigs.AWSCredentialsGenerators is null;
            _resolution = _isEnvironment ? null : Task.Run(static () => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync());
        }

        return _resolution;
    }
}
