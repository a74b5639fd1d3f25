using Amazon.Runtime;
using AppFlow.Fluent.Client.Credentials;

namespace AppFlow.Fluent.Client;

/// <summary>The client's credentials: those that were given, or those of the chain, resolved at the first call.</summary>
/// <param name="given">Those that were given.</param>
/// <param name="chain">Where they come from else; null where they were given.</param>
/// <param name="limits">What ends the wait for them, as it ends an attempt.</param>
internal sealed class CredentialsSource(AWSCredentials? given, CredentialChain? chain, AttemptLimits limits)
{
    private const string Given = "the credentials";

    private readonly Lock _lock = new();
    private volatile Task<CredentialLink>? _resolution = given is null ? null : Task.FromResult(new CredentialLink(SetupGuide.Given(given), given));
    private bool _isEnvironment;

    // A class derived from these may have other keys with each call, these have not.
    private readonly bool _isConstant = given?.GetType() is { } type && (type == typeof(BasicAWSCredentials) || type == typeof(SessionAWSCredentials));

    /// <summary>The credentials of this moment; they may rotate between calls.</summary>
    /// <exception cref="InvalidOperationException">There are none, or whoever has them failed, or did not answer in the time of an attempt.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed of meanwhile.</exception>
    public ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_isConstant)
        {
            return new(Checked(given!.GetCredentials(), Given));
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

        return resolution is null ? new(Checked(chain!.Keys.Read(), CredentialChain.Environment)) : GetAsync(resolution, cancellationToken);
    }

    private async ValueTask<ImmutableCredentials> GetAsync(Task<CredentialLink> resolution, CancellationToken cancellationToken)
    {
        var identity = await WaitAsync(resolution, cancellationToken).ConfigureAwait(false);
        return identity is null
            ? throw new InvalidOperationException(SetupGuide.Anonymous)
            : Checked(identity, given is null ? (await resolution.ConfigureAwait(false)).Name : Given);
    }

    /// <summary>The credentials; null where they are anonymous.</summary>
    private async Task<ImmutableCredentials?> WaitAsync(Task<CredentialLink> resolution, CancellationToken cancellationToken)
    {
        using var limit = limits.Begin(cancellationToken);
        CredentialLink? link = null;
        try
        {
            link = await resolution.WaitAsync(limit.Token).ConfigureAwait(false);
            var provider = link.Provider;

            // Not on the caller's thread: a provider may block it for as long as it likes.
            return provider is AnonymousAWSCredentials
                ? null
                : await Task.Run(() => AskAsync(provider), CancellationToken.None).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException) when (limits.Closed.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(AppFlowClient), "The client was disposed of while it waited for credentials.");
        }
        catch (OperationCanceledException e) when (limit.HasPassed)
        {
            throw new InvalidOperationException(
                SetupGuide.LateCredentials(link?.Name, limits.Timeout, isGiven: given is not null), new TimeoutException(e.Message, e));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(
                link is null ? SetupGuide.NoCredentials(e) : SetupGuide.FailedCredentials(link.Name, e, isGiven: given is not null), e);
        }
    }

    private static async Task<ImmutableCredentials> AskAsync(AWSCredentials provider)
    {
        var asked = provider.GetCredentialsAsync() ?? throw new InvalidOperationException("it returned null and no task");
        return await asked.ConfigureAwait(false) ?? throw new InvalidOperationException("it returned null and no credentials");
    }

    // A line break from the file of a secret would end a header early, and what follows would be another header.
    private static ImmutableCredentials Checked(ImmutableCredentials identity, string whose)
    {
        Check(identity.AccessKey, "access key");
        Check(identity.SecretKey, "secret key");
        if (identity.UseToken)
        {
            Check(identity.Token, "session token");
        }

        return identity;

        void Check(string value, string what)
        {
            if (value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                throw new InvalidOperationException(
                    $"The {what} of {whose} holds white space, a control character or one beyond ASCII, which no AWS {what} does. "
                    + "A line break at its end is the usual cause.");
            }
        }
    }

    // Null stands for the keys of the environment.
    private Task<CredentialLink>? ResolveOnce()
    {
        // A chain that found nothing is asked again at the next call: the credentials may have come meanwhile.
        if (!_isEnvironment && (_resolution is null || _resolution.IsFaulted || _resolution.IsCanceled))
        {
            _isEnvironment = chain!.UsesKeys;
            _resolution = _isEnvironment ? null : Task.Run(chain.ResolveAsync);
        }

        return _resolution;
    }
}
