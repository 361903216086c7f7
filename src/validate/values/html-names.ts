const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Every element that is or was HTML. */
export const HTML_ELEMENTS = words(
  "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center " +
    "cite code col colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em embed eventsource fieldset " +
    "figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd " +
    "keygen label legend li link listing m main map mark menu meta meter nav noframes noscript object ol optgroup option output p param " +
    "picture plaintext pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary " +
    "sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp comment",
);

/** Elements that run something, load something or change the page around them: readers remove them, or worse, do not. */
export const RISKY_ELEMENTS = words(
  "applet base basefont bdo body comment embed frame frameset head html iframe isindex link listing meta noframes object param plaintext " +
    "script slot style title xmp",
);

/** Attributes of HTML that no reader need fear. */
export const SAFE_ATTRIBUTES = words(
  "abbr accept accept-charset accesskey action align allow allowfullscreen allowpaymentrequest alt as autocapitalize autocomplete " +
    "autofocus autoplay axis background balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight bottompadding " +
    "cellpadding cellspacing ch challenge char charoff charset checked choff cite class clear color cols colspan compact " +
    "contenteditable coords crossorigin data datafld datapagesize datasrc datetime decoding default delay dir dirname disabled download " +
    "draggable dynsrc enctype end enterkeyhint face for form formenctype frame galleryimg gutter headers height hidden hidefocus high " +
    "href hreflang hspace icon id inputmode is ismap itemid itemprop itemref itemscope itemtype keytype kind label lang leftspacing " +
    "list loading longdesc loop loopcount loopend loopstart low lowsrc max maxlength media method min minlength multiple muted name " +
    "nohref nonce noshade nowrap open optimum pattern ping placeholder playsinline point-size poster pqg preload prompt radiogroup " +
    "readonly referrerpolicy rel repeat-max repeat-min replace required rev reversed rightspacing rows rowspan rules scope selected " +
    "shape size sizes span spellcheck src srclang srcset start step summary suppress tabindex target template title toppadding " +
    "translate type unselectable urn usemap valign value variable volume vrml vspace width wrap xml:lang xmlns",
);

/** The named characters of HTML 4. */
export const ENTITY_NAMES = words(
  "quot amp lt gt nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
    "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc " +
    "Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
    "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute " +
    "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml OElig oelig Scaron scaron Yuml fnof circ tilde Alpha " +
    "Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta " +
    "gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym " +
    "upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime " +
    "Prime lsaquo rsaquo oline frasl euro image weierp real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr " +
    "forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne " +
    "equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams",
);
