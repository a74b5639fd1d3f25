using System.Globalization;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>
/// One file of a generated project: an ordinary service of about a hundred lines, with one send of AppFlow.Fluent and one of the AWS SDK,
/// each in one of the typical forms; one file in ten has something to report for both.
/// </summary>
internal static class SampleFile
{
    /// <summary>The text that an edit without a token replaces.</summary>
    public const string PlainText = "var pages = 10;";

    /// <summary>
    /// A file with <see cref="PlainText"/> and both reused tokens, from the middle of a project with the given number of files.
    /// </summary>
    public static int ToEdit(int files) => Enumerable.Range(0, files).Where(HasReusedTokens).OrderBy(i => Math.Abs(i - (files / 2))).First();

    private const string Usings = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using Amazon.S3;
        using Amazon.S3.Model;
        using AppFlow.Fluent;
        """;

    private const string NoSends = """
            public async Task PublishAsync(Func<string, Task> send)
            {
                foreach (var label in _labels)
                {
                    await send(label);
                }
            }

            public Task ContinueAsync(Func<string, Task> send, bool force) => force ? send("orders") : Task.CompletedTask;
        """;

    public static string Text(int i, bool sends) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System.Text;
        {{(sends ? Usings : "")}}

        namespace Shop.Area{{i / 50}};

        /// <summary>Keeps the orders of one kind.</summary>
        public sealed class Orders{{i}}
        {
            private const int MaxPages = 50;
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
                if (page < 0 || page > Math.Min(pages, MaxPages) || size <= 0)
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

        {{(sends ? FluentSends.Of(i, IsFaulty(i)) + "\n\n" + RawSends.Of(i, IsFaulty(i)) : NoSends)}}
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

    private static bool IsFaulty(int i) => i % 10 == 9;

    private static bool HasReusedTokens(int i) => IsFaulty(i) && i / 10 % 5 == 0;
}
