using System.Globalization;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>
/// One file of a generated project: an ordinary service of about a hundred lines, with two sends of AppFlow.Fluent in one of the forms in
/// which people write them, two requests of the AWS SDK for its own analyzer, and in one file of ten something to report.
/// </summary>
internal static class SampleFile
{
    /// <summary>What an edit that touches no token replaces.</summary>
    public const string PlainText = "var pages = 10;";

    /// <summary>The token that every fifth faulty file sends; an edit of a token replaces it.</summary>
    public const string ReusedToken = "\"nightly-update\"";

    /// <summary>A file that holds both <see cref="PlainText"/> and <see cref="ReusedToken"/>, from the middle of a project of so many.</summary>
    public static int ToEdit(int files) => Enumerable.Range(0, files).Where(HasReusedToken).OrderBy(i => Math.Abs(i - (files / 2))).First();

    public static string Text(int i, bool sends) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System.Text;
        using Amazon.S3;
        using Amazon.S3.Model;
        {{(sends ? "using AppFlow.Fluent;" : "")}}

        namespace Shop.Area{{i / 50}};

        /// <summary>Keeps the orders of one kind.</summary>
        public sealed class Orders{{i}}(IAmazonS3 storage, TimeProvider time)
        {
            private const int MostPages = 50;
            private const string Bucket = "shop-orders-{{i}}";

            private readonly Dictionary<string, Order{{i}}> _orders = new(StringComparer.Ordinal);
            private readonly List<string> _labels = [];
            private int _revision = {{i % 17}};

            public int Count => _orders.Count;

            public OrderState{{i}} State { get; private set; } = OrderState{{i}}.Open;

            public event EventHandler<Order{{i}}>? Added;

            public void Add(Order{{i}} order)
            {
                ArgumentNullException.ThrowIfNull(order);
                if (_orders.TryAdd(order.Id, order))
                {
                    _revision++;
                    _labels.Add(order.Label.Trim().ToLowerInvariant());
                    Added?.Invoke(this, order);
                }
                else if (_orders[order.Id] is { Items.Count: > 0 } known && known.Total < order.Total)
                {
                    _orders[order.Id] = known with { Items = [.. known.Items, .. order.Items] };
                }
            }

            public IReadOnlyList<Order{{i}}> Page(int page, int size)
            {
                {{PlainText}}
                if (page < 0 || page > Math.Min(pages, MostPages) || size <= 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(page), page, "There is no such page.");
                }

                return _orders.Values
                    .Where(order => order.State != OrderState{{i}}.Cancelled)
                    .OrderByDescending(order => order.Total)
                    .ThenBy(order => order.Id, StringComparer.Ordinal)
                    .Skip(page * size)
                    .Take(size)
                    .ToList();
            }

            public decimal Revenue(DateTimeOffset since)
            {
                var revenue = 0m;
                foreach (var order in _orders.Values)
                {
                    if (order.At >= since && order.State is OrderState{{i}}.Open or OrderState{{i}}.Shipped)
                    {
                        revenue += order.Total;
                    }
                }

                return revenue;
            }

            public string Describe()
            {
                var text = new StringBuilder();
                foreach (var (id, order) in _orders)
                {
                    var state = order.State switch
                    {
                        OrderState{{i}}.Open => "is open",
                        OrderState{{i}}.Shipped => $"was shipped at {order.At:O}",
                        OrderState{{i}}.Cancelled when order.Total == 0 => "was never paid",
                        _ => "is gone",
                    };
                    text.Append(id).Append(' ').AppendLine(state);
                }

                for (var line = 0; line < _labels.Count; line++)
                {
                    text.Append(line == 0 ? "" : ", ").Append(_labels[line]);
                }

                return text.ToString();
            }

            public async Task<string> SaveAsync(CancellationToken cancellationToken)
            {
                try
                {
                    var stored = await storage.PutObjectAsync(
                        new PutObjectRequest { BucketName = Bucket, Key = "orders/{{i}}.txt", ContentBody = Describe() }, cancellationToken);
                    await storage.AbortMultipartUploadAsync(
                        new AbortMultipartUploadRequest { BucketName = "{{(i % 10 == 9 ? "s3" : "shop-uploads")}}", Key = "orders-{{i}}", UploadId = stored.ETag }, cancellationToken);
                    return stored.ETag;
                }
                catch (AmazonS3Exception e) when (e.ErrorCode == "SlowDown")
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(_revision), time, cancellationToken);
                    return e.RequestId;
                }
            }

        {{(sends ? Sends(i) : NoSends())}}
        }

        public enum OrderState{{i}}
        {
            Open,
            Shipped,
            Cancelled,
        }

        public sealed record Item{{i}}(string Sku, int Quantity, decimal Price)
        {
            public decimal Sum => Quantity * Price;
        }

        public sealed record Order{{i}}(string Id, string Label, DateTimeOffset At, OrderState{{i}} State, IReadOnlyList<Item{{i}}> Items)
        {
            public decimal Total => Items.Count == 0 ? 0 : Items[0].Sum + Items[^1].Sum;
        }
        """);

    private static bool HasReusedToken(int i) => i % 10 == 9 && i / 10 % 5 == 0;

    private static string Sends(int i) => (i % 10 == 9 ? Faulty(i / 10 % 5, i) : Correct(i % 5, i)) + "\n\n" + Second(i % 3);

    private static string Correct(int form, int i) => form switch
    {
        0 => """
                public Task<UpdateConnectorRegistrationResponse> PublishAsync(AppFlowClient client, string description) =>
                    ConnectorRegistration.Update("orders").WithDescription(description).SendAsync(client);
            """,
        1 => """
                public async Task<string> PublishAsync(AppFlowClient client, string? description)
                {
                    var request = ConnectorRegistration.Update("orders");
                    if (description is { Length: > 0 })
                    {
                        request = request.WithDescription(description);
                    }

                    return (await request.SendAsync(client)).ConnectorArn;
                }
            """,
        2 => """
                public async Task PublishAsync(AppFlowClient client, CancellationToken cancellationToken)
                {
                    var template = ConnectorRegistration.Update().WithDescription("adds paging");
                    foreach (var label in _labels)
                    {
                        await template.WithConnectorLabel(label).SendAsync(client, cancellationToken);
                    }
                }
            """,
        3 => """
                public async Task PublishAsync(AppFlowClient client, string label)
                {
                    var request = ConnectorRegistration.Update(label).WithDescription("adds paging");
                    try
                    {
                        await request.SendAsync(client);
                    }
                    catch (AppFlowException e) when (e.IsRetryable && e.ClientToken is { } token)
                    {
                        await request.WithClientToken(token).SendAsync(client);
                    }
                }
            """,
        _ => $$"""
                public Task PublishAsync(AppFlowClient client, string function) => ConnectorRegistration.Register("orders-{{i}}")
                    .WithLambda(function)
                    .WithDescription("orders of the shop")
                    .WithOperationId($"release-{_revision}")
                    .SendAsync(client);
            """,
    };

    private static string Faulty(int form, int i) => form switch
    {
        0 => $$"""
                public Task PublishAsync(AppFlowClient client) =>
                    ConnectorRegistration.Update("orders-{{i}}").WithClientToken({{ReusedToken}}).SendAsync(client);
            """,
        1 => """
                public Task PublishAsync(AppFlowClient client, string description)
                {
                    var request = ConnectorRegistration.Update("orders");
                    request.WithDescription(description);
                    return request.SendAsync(client);
                }
            """,
        2 => """
                public Task PublishAsync(AppFlowClient client, string? label)
                {
                    var request = ConnectorRegistration.Update();
                    if (label is not null)
                    {
                        request = request.WithConnectorLabel(label);
                    }

                    return request.SendAsync(client);
                }
            """,
        3 => """
                public Task PublishAsync(AppFlowClient client) =>
                    ConnectorRegistration.Update("orders").WithDescription("adds paging, at last").SendAsync(client);
            """,
        _ => """
                public async Task PublishAsync(AppFlowClient client)
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try
                        {
                            await ConnectorRegistration.Update("orders").SendAsync(client);
                            return;
                        }
                        catch (AppFlowException)
                        {
                            await Task.Delay(100, CancellationToken.None);
                        }
                    }
                }
            """,
    };

    private static string Second(int form) => form switch
    {
        0 => """
                public Task ContinueAsync(AppFlowClient client, string token) =>
                    ConnectorRegistration.Update("orders").WithDescription("adds paging").WithClientToken(token).SendAsync(client);
            """,
        1 => """
                public async Task<int> ContinueAsync(AppFlowClient client)
                {
                    var found = await ConnectorRegistration.List().WithMaxResults(50).SendAsync(client);
                    return found.Connectors.Count + Count;
                }
            """,
        _ => """
                public Task ContinueAsync(AppFlowClient client, bool force)
                {
                    var request = ConnectorRegistration.Unregister("orders");
                    return force ? request.WithForceDelete().SendAsync(client) : request.SendAsync(client);
                }
            """,
    };

    private static string NoSends() => """
                public async Task PublishAsync(Func<string, Task> send)
                {
                    foreach (var label in _labels)
                    {
                        await send(label);
                    }
                }

                public Task ContinueAsync(Func<string, Task> send, bool force) => force ? send("orders") : Task.CompletedTask;
            """;
}
