using System.ComponentModel.DataAnnotations;
using System.Reflection;
using AppFlow.Fluent.Annotations;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>
/// A property of a request with its constraints as attributes, and every public method that takes a value for it. Found by reflection, so
/// that new fields are tested automatically.
/// </summary>
public sealed class ConstrainedField
{
    private readonly PropertyInfo _property;
    private readonly ValidationAttribute[] _attributes;

    private ConstrainedField(PropertyInfo property, MethodInfo setter)
    {
        _property = property;
        _attributes = [.. property.GetCustomAttributes<ValidationAttribute>()];
        Setter = setter;
    }

    /// <summary>All constrained fields, with every method that sets them.</summary>
    public static IReadOnlyList<ConstrainedField> All { get; } = [.. Find()];

    /// <summary>The names of the text fields.</summary>
    public static IEnumerable<string> TextNames => All.Where(one => one.ValueType == typeof(string)).Select(one => one.ToString());

    public MethodInfo Setter { get; }

    /// <summary>The field's JSON name.</summary>
    public string Name => Setter.GetParameters().Single().Name!;

    public Type ValueType => Setter.GetParameters().Single().ParameterType;

    public static ConstrainedField Named(string name) => All.Single(one => one.ToString() == name);

    public T Attribute<T>()
        where T : ValidationAttribute => _property.GetCustomAttribute<T>()!;

    public bool AttributesAccept(object? value) => value is not null && _attributes.All(attribute => attribute.IsValid(value));

    /// <summary>The exception of the run-time check, or null if it accepts the value.</summary>
    public ArgumentException? Refusal(object? value)
    {
        var target = Setter.IsStatic ? null : RequestSamples.Empty(Setter.DeclaringType!);
        try
        {
            Setter.Invoke(target, [value]);
            return null;
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException refusal)
        {
            return refusal;
        }
    }

    public override string ToString() =>
        $"{Setter.DeclaringType!.Name}.{Setter.Name}({Name}) by {_property.DeclaringType!.Name}.{_property.Name}";

    private static IEnumerable<ConstrainedField> Find()
    {
        var requests = typeof(ConnectorRegistration).Assembly.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(FluentRequestAttribute)))
            .ToArray();
        var nested = requests
            .SelectMany(type => type.GetProperties())
            .SelectMany(property => WithNested(property.PropertyType))
            .Distinct();
        foreach (var property in requests.Concat(nested).SelectMany(type => type.GetProperties()))
        {
            if (property.GetCustomAttributes<ValidationAttribute>().All(attribute => attribute is RequiredAttribute))
            {
                continue;
            }

            foreach (var setter in Setters(requests, property))
            {
                yield return new ConstrainedField(property, setter);
            }
        }
    }

    private static IEnumerable<Type> WithNested(Type type) =>
        type.Assembly == typeof(ConnectorRegistration).Assembly && type.IsClass
            ? type.GetProperties().SelectMany(property => WithNested(property.PropertyType)).Prepend(type)
            : [];

    // A nested type's value is set through any method that takes a parameter of its name; a request's through its own methods and entry points.
    private static IEnumerable<MethodInfo> Setters(Type[] requests, PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        var isRequest = requests.Contains(owner);
        return requests
            .Append(typeof(ConnectorRegistration))
            .Append(typeof(ConnectorProvisioningConfig))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [var parameter] && parameter.Name == name)
            .Where(method => !isRequest || method.ReturnType == owner);
    }
}
