using System.CommandLine;
using System.Net;

namespace Fleet.Commands;

/// <summary>The option for the dashboard's port.</summary>
internal static class DashboardOption
{
    public static Option<int> Create(int port)
    {
        var option = new Option<int>("--dashboard")
        {
            Description = "The dashboard's port on 127.0.0.1; 0 takes any free one.",
            HelpName = "port",
            DefaultValueFactory = _ => port,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            {
                result.AddError("--dashboard must be 0 to 65535.");
            }
        });
        return option;
    }
}
