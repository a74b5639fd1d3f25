namespace AppFlow.Fluent.Responses;

/// <summary>A service enumeration that stays open: known values have names, unknown ones are kept.</summary>
internal interface IServiceEnum<TSelf>
    where TSelf : struct, IServiceEnum<TSelf>
{
    string Value { get; }

    static abstract TSelf FromValue(string value);
}
