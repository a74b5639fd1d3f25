using AppFlow.Fluent.Soak;

return await new SoakCommand().Parse(args).InvokeAsync();
