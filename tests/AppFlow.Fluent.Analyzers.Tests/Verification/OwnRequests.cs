namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Users' own requests, for snippets.</summary>
internal static class OwnRequests
{
    public const string Order = """
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record OrderRequest
        {
            public OrderRequest() { }
            public OrderRequest(string customer) => Customer = customer;

            [Required] public string? Customer { get; init; }
            [Required(AllowEmptyStrings = true)] public string? Note { get; init; }
            [StringLength(5, MinimumLength = 2), RegularExpression("[A-Z]*")] public string? Code { get; init; }
            [Range(1, 10)] public int Count { get; init; }
            [RegularExpression("(a+)+b")] public string? Slow { get; init; }
            [IdempotencyToken] public string? Token { get; init; }
            public Size? Size { get; init; }
            public string[] Tags { get; init; } = [];
            public string? Free { get; set; }

            public OrderRequest WithCustomer(string customer) => this with { Customer = customer };
            public OrderRequest WithNote(string? note) => this with { Note = note };
            public OrderRequest WithCode(string code) => this with { Code = code };
            public OrderRequest WithCode(Func<string?, string?> edit) => this with { Code = edit(Code) };
            public OrderRequest WithCount(int count) => this with { Count = count };
            public OrderRequest WithSlow(string slow) => this with { Slow = slow };
            public OrderRequest WithToken(string token) => this with { Token = token };
            public OrderRequest WithSize(Size size) => this with { Size = size };
            public OrderRequest WithWidth(int width) => this with { Size = new Size { Width = width, Height = Size?.Height ?? 0 } };
            public OrderRequest WithHeight(int height) => this with { Size = new Size { Width = Size?.Width ?? 0, Height = height } };
            public OrderRequest WithTags(params string[] tags) => this with { Tags = [.. Tags, .. tags] };
            public OrderRequest WithOptional(string? customer = null) => customer is null ? this : this with { Customer = customer };
            public OrderRequest WithDefaults() => this;
            public Task SendAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
        }

        public sealed record Size
        {
            [Range(1, 100)] public int Width { get; init; }
            [Range(1, 100)] public int Height { get; init; }
        }

        public static class OrderExtensions
        {
            public static OrderRequest WithVip(this OrderRequest order) => order;
            public static T WithTrace<T>(this T request) where T : class => request;
            public static UpdateConnectorRegistrationRequest WithTeam(this UpdateConnectorRegistrationRequest request, string team) => request;
            public static UpdateConnectorRegistrationRequest WithDescription(this UpdateConnectorRegistrationRequest request, int key) => request;
            public static UpdateConnectorRegistrationRequest WithConnectorLabel(this UpdateConnectorRegistrationRequest request, string environment, string name) => request.WithConnectorLabel(environment + name);
        }
        """;

    /// <summary>Classes with our names that are not ours.</summary>
    public const string Doppelgangers = """
        namespace Elsewhere;

        [AttributeUsage(AttributeTargets.Class)] public sealed class FluentRequestAttribute : Attribute;

        [FluentRequest]
        public sealed class UpdateConnectorRegistrationRequest
        {
            [System.ComponentModel.DataAnnotations.Required] public string? ConnectorLabel { get; set; }
            public UpdateConnectorRegistrationRequest WithConnectorLabel(string connectorLabel) { ConnectorLabel = connectorLabel; return this; }
            public UpdateConnectorRegistrationRequest WithDescription(string description) => this;
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class ConnectorRegistration
        {
            public static UpdateConnectorRegistrationRequest Update(string connectorLabel = "") => new();
        }
        """;
}
