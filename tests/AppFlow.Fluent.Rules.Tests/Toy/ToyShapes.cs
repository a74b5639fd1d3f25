using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>The requests that toy programs send.</summary>
internal static class ToyShapes
{
    private static readonly RequestShape[] Known =
    [
        Of("Update", ToyFailures.Instance, required: ["Label"]),
        Of("Register", ToyFailures.Instance, required: ["Label", "Lambda"]),

        // A user's own mutable request, whose send may throw anything.
        Of("Order", FailureModel.Anything, required: ["Label"]),

        // A wrapper's call, whose other arguments are the request.
        Of("Deploy", FailureModel.Anything, required: []),
    ];

    public static RequestShape? Find(string name) => Array.Find(Known, shape => shape.DisplayName == name);

    public static Field? FieldOf(RequestShape shape, string name) => shape.Fields.FirstOrDefault(field => field.Name == name);

    private static RequestShape Of(string name, FailureModel failures, string[] required)
    {
        string[] content = ["Label", "Lambda", "Description"];
        var fields = content.Select((field, index) => new Field(field, index) { IsRequired = required.Contains(field) }).ToList();
        fields.Add(new Field("Token", fields.Count) { Role = FieldRole.Token });
        fields.Add(new Field("Id", fields.Count) { Role = FieldRole.OperationId });
        return new RequestShape(name, name, fields) { Failures = failures };
    }
}
