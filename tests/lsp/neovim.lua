-- A session in Neovim: opens a journey, does what people do, and writes down what came of it.
-- The command of the server, its file and the file of the results are in the environment. Written for
-- Neovim 0.7, which has neither vim.lsp.start nor vim.lsp.config.

local DEADLINE = 60000 -- milliseconds: more than any busy machine needs
local results = {}

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(results) }, vim.env.CJM_RESULTS)
  vim.cmd("qa!")
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.CJM_JOURNEY))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo.filetype = "yaml" -- as it is where a configuration is read
  local previews = {}
  local client_id = vim.lsp.start_client({
    name = "cjm",
    cmd = vim.fn.json_decode(vim.env.CJM_COMMAND),
    root_dir = vim.fn.fnamemodify(vim.env.CJM_JOURNEY, ":h"),
    init_options = { webview = true },
    handlers = {
      ["cjm/previewChanged"] = function(_, told)
        table.insert(previews, told)
      end,
    },
  })
  vim.lsp.buf_attach_client(buffer, client_id)
  local client = vim.lsp.get_client_by_id(client_id)

  local function wait(what, holds)
    assert(vim.wait(DEADLINE, holds, 20), "waited in vain for " .. what)
  end

  local function ask(method, params)
    assert(client.supports_method(method), "the server does not have " .. method)
    local answers, failure = vim.lsp.buf_request_sync(buffer, method, params, DEADLINE)
    local answer = assert(answers, failure)[client_id]
    assert(answer and not answer.err, method .. ": " .. vim.inspect(answer))
    return answer.result
  end

  -- Put the cursor behind the first place of a text, and give that place as the protocol has it.
  local function go(text, behind)
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    local line, column = unpack(vim.fn.searchpos("\\V" .. vim.fn.escape(text, "\\"), "cn"))
    assert(line > 0, "no " .. text)
    local cursor = column - 1 + (behind and #text or 0)
    vim.api.nvim_win_set_cursor(0, { line, cursor })
    return vim.lsp.util.make_position_params(0, client.offset_encoding)
  end

  local function text()
    return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  end

  -- Replace all of the text, as a change that is typed; then wait for what is found in it.
  local function write(lines)
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(lines, "\n"))
  end

  local function codes()
    local found = {}
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      table.insert(found, diagnostic.code or diagnostic.user_data.lsp.code)
    end
    return found
  end

  -- 1, 2: open, findings
  wait("the server", function()
    return client.initialized
  end)
  results.server = client.server_capabilities ~= nil
  wait("findings", function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  results.findings = codes()

  -- 3: hover
  results.hover = ask("textDocument/hover", go("поездка: 1")).contents

  -- 4: completion, of a line that is being typed
  local before = text()
  write((before:gsub("next: {поездка: 1}", "next: ")))
  results.completion = {}
  local offered = ask("textDocument/completion", go("next: ", true))
  for _, item in ipairs(offered.items or offered) do
    table.insert(results.completion, item.label)
  end
  write(before)

  -- 5, 6: definition, references
  local found = ask("textDocument/definition", go("поездка: 1"))
  local place = found[1] or found
  results.definition = (place.targetSelectionRange or place.range).start.line
  local reference = go("поездка: 1")
  reference.context = { includeDeclaration = true }
  results.references = #ask("textDocument/references", reference)

  -- 7: rename
  local rename = go("поездка: 1")
  rename.newName = "дорога"
  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", rename), client.offset_encoding)
  results.renamed = text()

  -- 8: the first code action of a finding
  local shown = go("experience: 5", true)
  local actions = ask("textDocument/codeAction", {
    textDocument = shown.textDocument,
    range = { start = shown.position, ["end"] = shown.position },
    context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer) },
  })
  results.actions = {}
  for _, action in ipairs(actions) do
    table.insert(results.actions, action.title)
  end
  local action = ask("codeAction/resolve", actions[1])
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  results.acted = text()
  write(results.renamed)

  -- 9: formatting
  local options = { tabSize = 2, insertSpaces = true }
  local edits = ask("textDocument/formatting", { textDocument = shown.textDocument, options = options })
  vim.lsp.util.apply_text_edits(edits, buffer, client.offset_encoding)
  results.formatted = text()

  -- 10: symbols
  results.symbols = {}
  local function name(symbols)
    for _, symbol in ipairs(symbols) do
      results.symbols[symbol.name] = symbol.detail or ""
      name(symbol.children or {})
    end
  end
  name(ask("textDocument/documentSymbol", { textDocument = shown.textDocument }))

  -- 11: the map, now and after a change
  local command = { command = "cjm.preview", arguments = { { uri = shown.textDocument.uri } } }
  local picture = ask("workspace/executeCommand", command)
  results.touchpoints = vim.tbl_map(function(touchpoint)
    return touchpoint.id
  end, picture.touchpoints or {})
  results.picture = picture.svg or picture.error
  write((text():gsub("experience: 5", "experience: 9")))
  wait("the map of the change", function()
    return #previews > 0
  end)
  results.changed = previews[#previews].svg ~= nil

  vim.lsp.stop_client(client_id)
end

local ok, failure = xpcall(run, debug.traceback)
if not ok then
  results.failure = failure
end
finish()
