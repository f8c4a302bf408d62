"""The kit of the window. What there is, by file; every constructor argument after ``*`` is by name.

Without Qt
    day_words   parse_day(text, today, *, past=False) -> date | None
    formats     Formats(language): money short amount count overdue days band day short_day weekday
                day_and_weekday long_day moment size joined listed          (``context.formats``)

Words and signs
    text        text(words, *, size=13, bold=False, tone="text", wrap=False, selectable=False,
                yielding=False) -> QLabel
                set_tone(label, tone) · tip(widget, words) · tip_text(words) · rule()
                The only place that makes labels and tool tips: data is never markup.
    marks       AgingPill(step, words).show_band · StepGlyph(step) · Tag(words, tone, icon).show_words
                EvidenceBoxes(bools) · RoundIcon(icon, tone) · Icon(icon, tone, size) · NumberDisc(n) · Avatar(name)
                ProgressLine(share).set_share · BandBar([(step, fen)]).set_shares
    icons       pixmap(name, colour, size) · icon(name, colour) · paint(painter, name, colour, rect, size);
                names are the files of resources/icons
    timeline_view Timeline(formats, today, kinds, title).show_entries: file_opened · TimelineView, the same scrolling
    steps       shown(step, formats, today) -> Step · why(step, language): what comes next, in words
    painted     Painted: a widget that draws itself in draw(painter, rect, theme)
    painting    box pill step_glyph keycap evidence_boxes tick_box round_icon focus_ring shows_focus

Buttons and choices
    buttons     Button(words, icon="", key="", *, kind="secondary", bind=False): kind primary (one a page),
                secondary, ghost, danger; bind=True binds the key; set_words; clicked
                icon_button(icon, words, key="") · KeyCap(key)
    choices     ChoiceRow([(value, words, key)], value): chosen(object), value, set_value, choose
                Choice(words, key, count, tone): a toggle · Segment([(value, words)]): changed(object)
                Chip(label, value, *, removable=True): clicked, removed
    nav         NavItem(words, icon, trailing, *, badge): clicked, set_trailing, set_collapsed
                Stepper(steps).go(step)

Cards and messages
    cards       Card(ground="surface", *, edge=True, padding=16).column · WhyNowCard(tone, icon, title, body)
                Banner(words, action="", tone="warn"): acted, closed · KeyValues(rows).add · show_value
                EmptyState(words, action="", hint="", icon="claims"): acted
                DropZone(suffixes).column: dropped(list of Path)
    floating    Toast(host).say(words, undoable=True): undo · BulkBar(host, [(name, words, key)]): acted, cleared
    job_strip   JobStrip(jobs)
    mishap      Mishaps().install(): happened(report)

Typing
    fields      Field(label, edit, hint="").set_error · set_doubt · set_hint
                MoneyEdit(fen): fen, set_fen, unreadable, changed(fen or None)
                DateEdit(today, day, *, past=False): day, set_day, unreadable, changed(date or None)
                SearchEdit(placeholder): searched(str), entered, left

Windows
    dialog      DialogShell(parent, title, (w, h), primary, *, primary_key="Ctrl+Return", primary_icon=""):
                body (QVBoxLayout), add_button(words, icon, key), say(words, tone), may_close(), saved
                WizardShell(parent, title, (w, h), steps, primary): add_page, go(step), step, stepped(int), back
    record      RecordDialog(context, parent, title, (w, h), primary): save() to be filled in, keep(work),
                saved(object) with the act's result, then it closes; refused(problems) says why not
    pages       PdfPages(bytes): count, picture(page, width_px) · PageView().show_pdf / show_picture: zoom, go
    paper       KeptPaper(context, over).take(evidence): print save open, said(words, tone) · print_pages(...)
    table_page  TablePage(model, pane): a list with header, finding, empty pages and a pane; lay_out, add_buttons,
                add_filters, add_foot, bind(keys), show_stack, clear_filters, current, row_menu
    page_head   PageHead(title, finder): subtitle, buttons.add(*buttons): gives way where the page is narrow
    side_pane   SidePane: the pane beside a list; lay_out(hint, icon, *parts), show_content, show_state, say
    status_bar  StatusBar: named values below a list; lay_out({key: name}), values, state
    slot        Slot(spacing).fill(*parts): a place whose content is made anew each time
    scrolling   scrolling(widget) -> QScrollArea, up and down only
    identity    uscc_fits person_number_fits postcode_fits mail_fits: doubts, never refusals; no Qt
    ask         choose confirm ask_text choose_file choose_files save_file choose_folder: the only modal boxes;
                tests answer with ``with ask.answering(...)``

Tables (ui.common.table)
    Column(key, title, width, text, paint=Paint.TEXT, value=, sort_key=, right=, tone=, wrong=, tip=, editable=)
    RowsModel(columns, rows): set_rows, replace, set_search, set_order(Order) — all in memory
    PagedModel(columns, ids, fetch, values): reload, refresh(ids), set_order — pages fetched when seen
    both: ticks, tick, set_ticks, ticks_changed, edited(id, key, text), ground = row -> token, order_changed
    FrozenTable(model, *, frozen=1): current_changed(id), activated(id), menu_wanted(id, point), paste_wanted,
                current_id, chosen_ids(), go_to_id, sort_by, set_filter, open_filter, column_menu, copy,
                state(), restore(state), set_row_height, make_room(on)

The look is asked of ``ui.theme.current()`` while painting: ``theme["accent"]``, ``theme.px(34)``,
``theme.font(12, bold)``, ``theme.bands[step]``. Strings of windows are Chinese in ``self.tr("…")``; with numbers
``self.tr("已选 %1 笔").replace("%1", …)``.
"""
