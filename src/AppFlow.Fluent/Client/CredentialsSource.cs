using Amazon.Runtime;
using AppFlow.Fluent.Client.Credentials;

namespace AppFlow.Fluent.Client;

/// <summary>The client's credentials: the given ones, or those of the chain, resolved at the first call.</summary>
/// <param name="given">The credentials that were given as an option.</param>
/// <param name="chain">The chain; null if credentials were given.</param>
/// <param name="limits">The limits of the wait, which are those of an attempt.</param>
internal sealed class CredentialsSource(AWSCredentials? given, CredentialChain? chain, AttemptLimits limits)
{
    private const string Given = "the credentials";

    private readonly Lock _lock = new();
    private volatile Task<CredentialLink>? _resolution = given is null ? null : Task.FromResult(new CredentialLink(SetupGuide.Given(given), given));
    private bool _isEnvironment;

    // The keys of exactly these types never change; a derived class may return other keys each time.
    private readonly bool _isConstant = given?.GetType() is { } type && (type == typeof(BasicAWSCredentials) || type == typeof(SessionAWSCredentials));
    private ImmutableCredentials? _constant;

    /// <summary>The current credentials; they may rotate between calls.</summary>
    /// <exception cref="InvalidOperationException">
    /// There are none, or the provider failed or did not answer within the time-out of an attempt.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The client was disposed during the wait.</exception>
    public ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_isConstant)
        {
            return new(_constant ??= Checked(given!.GetCredentials(), Given));
        }

        // The provider is kept, so that concurrent calls do not queue for it.
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

    /// <summary>The credentials; null if they are anonymous.</summary>
    private async Task<ImmutableCredentials?> WaitAsync(Task<CredentialLink> resolution, CancellationToken cancellationToken)
    {
        using var limit = limits.Begin(cancellationToken);
        CredentialLink? link = null;
        try
        {
            link = await resolution.WaitAsync(limit.Token).ConfigureAwait(false);
            var provider = link.Provider;

            // Not on the caller's thread, because a provider may block it indefinitely.
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
            throw new ObjectDisposedException(nameof(AppFlowClient), "The client was disposed while it waited for credentials.");
        }
        catch (OperationCanceledException e) when (limit.HasPassed)
        {
            throw new InvalidOperationException(
                SetupGuide.CredentialsTimedOut(link?.Name, limits.Timeout, isGiven: given is not null), new TimeoutException(e.Message, e));
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

    // A line break from a secret's file would end the header early, and the rest would become another header.
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
                    $"The {what} of {whose} holds white space, a control character or a non-ASCII character, which no AWS {what} does. "
                    + "A line break at its end is the usual cause.");
            }
        }
    }

    // Null means the keys of the environment.
    private Task<CredentialLink>? ResolveOnce()
    {
        // A chain that found nothing is searched again at the next call, because credentials may have been configured since.
        if (!_isEnvironment && (_resolution is null || _resolution.IsFaulted || _resolution.IsCanceled))
        {
            _isEnvironment = chain!.UsesKeys;
            _resolution = _isEnvironment ? null : Task.Run(chain.ResolveAsync);
        }

        return _resolution;
    }
}
