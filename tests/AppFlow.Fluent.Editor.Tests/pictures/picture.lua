-- The editor of the tests, dressed for a picture: colours, messages in full below their lines, a lightbulb, and a menu beside the cursor.
local folder = debug.getinfo(1, 'S').source:sub(2):match('.*/')
dofile(folder .. '../Neovim/init.lua')

vim.opt.termguicolors = true
vim.opt.number = true
vim.opt.signcolumn = 'yes:1'
vim.opt.laststatus = 0
vim.opt.cmdheight = 1
vim.opt.showmode = false
vim.opt.ruler = false
vim.opt.showcmd = false
vim.opt.fillchars = { eob = ' ' }
vim.opt.shortmess:append('F')

local colours = {
  Normal = { fg = '#d4d4d4', bg = '#1e1e1e' },
  LineNr = { fg = '#6e7681', bg = '#1e1e1e' },
  SignColumn = { bg = '#1e1e1e' },
  Keyword = { fg = '#569cd6' },
  String = { fg = '#ce9178' },
  Type = { fg = '#4ec9b0' },
  Function = { fg = '#dcdcaa' },
  Warn = { fg = '#e2b340' },
  Message = { fg = '#b8994f' },
  Bulb = { fg = '#ffcc00' },
  NormalFloat = { fg = '#d4d4d4', bg = '#2b313c' },
  FloatBorder = { bg = '#2b313c' },
  PmenuSel = { fg = '#ffffff', bg = '#04395e' },
  DiagnosticSignWarn = { fg = '#e2b340' },
  DiagnosticUnderlineWarn = { undercurl = true, sp = '#e2b340' },
}
for group, colour in pairs(colours) do
  vim.api.nvim_set_hl(0, group, colour)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'cs',
  callback = vim.schedule_wrap(function()
    vim.cmd([[
      syntax clear
      syntax match Type /\<\u\w*\ze[. ]/
      syntax match Type /\(class \)\@<=\w*/
      syntax match Function /\<\h\w*\ze(/
      syntax keyword Keyword using public static async await var class namespace string
      syntax region String start=/"/ end=/"/
      syntax match Normal /AppFlow\.Fluent/
      syntax match Normal /\(namespace \)\@<=\w*/
    ]])
  end),
})

vim.fn.sign_define('DiagnosticSignWarn', { text = '▲', texthl = 'DiagnosticSignWarn' })
vim.fn.sign_define('Bulb', { text = '💡', texthl = 'Bulb' })

local function wrapped(text, width)
  local lines, line = {}, ''
  for word in text:gmatch('%S+') do
    if #line + #word + 1 > width then
      table.insert(lines, line)
      line = ''
    end
    line = line == '' and word or line .. ' ' .. word
  end
  table.insert(lines, line)
  return lines
end

local below = vim.api.nvim_create_namespace('below')
vim.diagnostic.handlers.below = {
  show = function(_, buffer, diagnostics)
    vim.api.nvim_buf_clear_namespace(buffer, below, 0, -1)
    table.sort(diagnostics, function(one, other) return one.col < other.col end)
    for _, diagnostic in ipairs(diagnostics) do
      local lines = {}
      for index, line in ipairs(wrapped(diagnostic.message, 54)) do
        local id = index == 1 and diagnostic.user_data.lsp.code .. ' ' or '        '
        table.insert(lines, { { '        ' .. id, 'Warn' }, { line, 'Message' } })
      end
      vim.api.nvim_buf_set_extmark(buffer, below, diagnostic.lnum, 0, { virt_lines = lines })
    end
  end,
  hide = function(_, buffer)
    vim.api.nvim_buf_clear_namespace(buffer, below, 0, -1)
  end,
}
vim.diagnostic.config({ virtual_text = false, underline = true, signs = true, below = true })

-- The fixes in a menu at the cursor, and the bulb where there are any.
vim.ui.select = function(items, options, _)
  items = vim.tbl_filter(function(item) return item[2].kind == 'quickfix' end, items)
  vim.fn.sign_place(0, 'bulb', 'Bulb', vim.api.nvim_get_current_buf(), { lnum = vim.fn.line('.'), priority = 100 })
  local lines, width = {}, 0
  for _, item in ipairs(items) do
    local line = ' ' .. options.format_item(item) .. ' '
    table.insert(lines, line)
    width = math.max(width, #line)
  end
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, true, lines)
  vim.api.nvim_buf_add_highlight(buffer, -1, 'PmenuSel', 0, 0, -1)
  vim.api.nvim_open_win(buffer, false, { relative = 'cursor', row = 1, col = 0, width = width, height = #lines, style = 'minimal', border = 'solid' })
end
