-- An editor as it comes, with two language servers: csharp-ls for the diagnostics, and a small one for the fixes that the package brings.
vim.opt.number = true
vim.opt.signcolumn = 'yes'
vim.opt.swapfile = false
vim.opt.hidden = true
vim.opt.wrap = false
vim.opt.more = false

vim.diagnostic.config({
  severity_sort = true,
  virtual_text = {
    format = function(diagnostic)
      return diagnostic.user_data.lsp.code .. ': ' .. diagnostic.message
    end,
  },
})

-- This version answers what it is asked of its settings, but does not say so.
local capabilities = vim.lsp.protocol.make_client_capabilities()
capabilities.workspace.configuration = true

local function server(name, command, settings)
  return vim.lsp.start_client({ name = name, cmd = command, root_dir = vim.fn.getcwd(), settings = settings, capabilities = capabilities })
end

local servers = {
  server('csharp-ls', { vim.env.EDITOR_SERVER }, { csharp = { analyzersEnabled = true } }),
  server('fixes', { 'dotnet', vim.env.EDITOR_FIXES, 'Diagnostics.csproj' }, {}),
}

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'cs',
  callback = function(event)
    for _, id in ipairs(servers) do
      vim.lsp.buf_attach_client(event.buf, id)
    end
  end,
})

-- A menu that is asked for before both have started would lack the entries of one.
vim.keymap.set('n', 'ga', function()
  vim.wait(60000, function()
    return #vim.tbl_keys(vim.lsp.buf_get_clients(0)) == #servers
  end)
  vim.lsp.buf.code_action()
end)
