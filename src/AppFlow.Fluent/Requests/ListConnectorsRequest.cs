using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AppFlow.Fluent.Annotations;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Constraints;
using AppFlow.Fluent.Requests;
using AppFlow.Fluent.Responses;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>Lists the connectors of the account: AppFlow's <c>ListConnectors</c>.</summary>
/// <remarks>
/// <para>A request is immutable: every <c>With…</c> method returns a new one and does not change this one. Requests have value
/// equality.</para>
/// <para>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ListConnectors.html"/>.</para>
/// </remarks>
[FluentRequest]
public sealed record ListConnectorsRequest : AppFlowRequest<ListConnectorsResponse>
{
    internal ListConnectorsRequest()
    {
    }

    private ListConnectorsRequest(int? maxResults, string? nextToken)
    {
        MaxResults = maxResults;
        NextToken = nextToken;
    }

    /// <summary>The maximum number of connectors per page, 1 to 100; null for the service's default.</summary>
    [Range(MaxResultsConstraint.Min, MaxResultsConstraint.Max)]
    public int? MaxResults { get; }

    /// <summary>
    /// The token of the page: <see cref="ListConnectorsResponse.NextToken"/> of the page before; null for the first page.
    /// </summary>
    [StringLength(NextTokenConstraint.MaxLength, MinimumLength = NextTokenConstraint.MinLength)]
    [RegularExpression(NextTokenConstraint.Pattern)]
    public string? NextToken { get; }

    /// <summary>The same request with another page size.</summary>
    /// <param name="maxResults">The maximum number of connectors per page: 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxResults"/> is outside 1 to 100.</exception>
    public ListConnectorsRequest WithMaxResults(int maxResults) =>
        new(MaxResultsConstraint.Check(maxResults, nameof(maxResults)), NextToken);

    /// <summary>The same request for the page of a token.</summary>
    /// <param name="nextToken">The token of the page before: 1 to 2,048 characters without white space.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="nextToken"/>; the message says why.</exception>
    public ListConnectorsRequest WithNextToken(string nextToken) =>
        new(MaxResults, NextTokenConstraint.Instance.Check(nextToken, nameof(nextToken)));

    /// <summary>Sends the request with <see cref="AppFlowClient.Default"/> and reads one page.</summary>
    /// <inheritdoc cref="SendAsync(IAppFlowClient, CancellationToken)"/>
    public Task<ListConnectorsResponse> SendAsync(CancellationToken cancellationToken = default) =>
        SendWithDefaultAsync(cancellationToken);

    /// <summary>Sends the request and reads one page.</summary>
    /// <param name="client">The client to send it with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No credentials or region were found. Nothing was sent.</exception>
    /// <exception cref="AppFlowException">The service refused the request; each documented error has its own type.</exception>
    /// <exception cref="AppFlowTransportException">No complete answer arrived.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<ListConnectorsResponse> SendAsync(IAppFlowClient client, CancellationToken cancellationToken = default) =>
        SendWithAsync(client, cancellationToken);

    /// <summary>Reads all pages with <see cref="AppFlowClient.Default"/>.</summary>
    /// <inheritdoc cref="EnumerateAsync(IAppFlowClient, CancellationToken)"/>
    public IAsyncEnumerable<ConnectorDetail> EnumerateAsync(CancellationToken cancellationToken = default) =>
        EnumerateWithAsync(null, cancellationToken);

    /// <summary>Reads all pages, starting with this request's page, each when the previous one has been consumed.</summary>
    /// <param name="client">The client to send the requests with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Every connector in the service's order. Enumerating it throws what <see cref="SendAsync(IAppFlowClient, CancellationToken)"/>
    /// throws, and an <see cref="AppFlowException"/> if the service repeats a page token, because the pages would never end.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public IAsyncEnumerable<ConnectorDetail> EnumerateAsync(IAppFlowClient client, CancellationToken cancellationToken = default) =>
        EnumerateWithAsync(client ?? throw new ArgumentNullException(nameof(client)), cancellationToken);

    /// <summary>The request as text: its name and what was set.</summary>
    public override string ToString() => RequestText.Show(
        nameof(ListConnectorsRequest),
        ("MaxResults", MaxResults?.ToString(CultureInfo.InvariantCulture)),
        ("NextToken", NextToken));

    internal override ServiceOperation Operation => ServiceOperation.ListConnectors;

    internal override void WriteFields(Utf8JsonWriter json, string? clientToken)
    {
        if (MaxResults is { } maxResults)
        {
            json.WriteNumber("maxResults"u8, maxResults);
        }

        if (NextToken is not null)
        {
            json.WriteString("nextToken"u8, NextToken);
        }
    }

    internal override ListConnectorsResponse Respond(in CompletedCall call)
    {
        var page = call.Payload(ListConnectorsPayload.Read);
        return new ListConnectorsResponse
        {
            Connectors = page.Connectors ?? [],
            NextToken = page.NextToken,
            RequestId = call.RequestId,
            Attempts = call.Attempts,
        };
    }

    private async IAsyncEnumerable<ConnectorDetail> EnumerateWithAsync(
        IAppFlowClient? client,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = this;
        var tokens = new SeenPageTokens();
        if (NextToken is not null)
        {
            tokens.Add(NextToken);
        }

        while (true)
        {
            var page = await (client is null ? request.SendWithDefaultAsync(cancellationToken) : request.SendWithAsync(client, cancellationToken))
                .ConfigureAwait(false);
            foreach (var connector in page.Connectors)
            {
                yield return connector;
            }

            if (string.IsNullOrEmpty(page.NextToken))
            {
                yield break;
            }

            if (!tokens.Add(page.NextToken))
            {
                throw Repeats(page);
            }

            // The service's own token is sent back unchanged, without validation.
            request = new ListConnectorsRequest(MaxResults, page.NextToken);
        }
    }

    // The service returned the token of a page that was already read.
    private static AppFlowException Repeats(ListConnectorsResponse page) => new(
        "ListConnectors repeated a nextToken, so the pages would never end. The connectors up to here were read.")
    {
        StatusCode = HttpStatusCode.OK,
        RequestId = page.RequestId,
        Attempts = page.Attempts,
    };
}
